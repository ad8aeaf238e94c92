import { Inngest } from 'inngest'
import { serve } from 'inngest/edge'
import { describe, expect, test } from 'vitest'
import { toCallBody } from './call-body'
import { signed, signingKey } from './sign'
import { type Exchange, hashOf, type Transcript, transcripts } from './transcripts'

// One half of the protocol: the unmodified SDK, called by signed requests, answers as each transcript says.

const quiet = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} }

async function answerTo(transcript: Transcript, exchange: Exchange): Promise<Response> {
  const client = new Inngest({
    id: 'test',
    isDev: false,
    signingKey,
    eventKey: 'key',
    checkpointing: false,
    logger: quiet,
  })
  const { function: name = 'main', step } = exchange.call
  const { body, headers } = signed(toCallBody(transcript, exchange))
  const address = `https://app.example/api/inngest?fnId=test-${name}&stepId=${step ? hashOf(step) : 'step'}`
  const handler = serve({ client, functions: [...transcript.functions(client)] })
  return await handler(
    new Request(address, { method: 'POST', body, headers: { ...headers, host: 'app.example' } }),
  )
}

describe.each(transcripts)('$title', (transcript) => {
  const numbered = transcript.exchanges.map((exchange, index) => ({ exchange, number: index + 1 }))
  test.each(numbered)('answer $number', async ({ exchange: { answer, ...exchange } }) => {
    const given = await answerTo(transcript, { ...exchange, answer })
    const content: unknown = await given.json()
    // In a list, so that a plain value may stand for itself.
    expect([content]).toMatchObject([answer.body])
    expect(given.status).toBe(answer.status)
    for (const [name, value] of Object.entries(answer.headers ?? {})) {
      expect(given.headers.get(name)).toBe(value)
    }
    expect(given.headers.get('x-inngest-sdk')).toMatch(/^inngest-js:v\d+\.\d+\.\d+/)
    expect(given.headers.get('x-inngest-req-version')).toBe('2')
  })
})
