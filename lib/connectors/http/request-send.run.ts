import 'server-only'
import type { Behaviour } from '../contract'
import type { HttpClient } from './client'
import { readAnswer } from './read-answer'
import type { requestSend } from './request-send'

export const behaviour: Behaviour<typeof requestSend, HttpClient> = {
  async run({ input, client, idempotencyKey }) {
    const { body } = input
    const isText = typeof body === 'string'
    const answer = await client.fetch(input.url, {
      method: input.method,
      headers: {
        accept: 'application/json, text/*;q=0.9, */*;q=0.5',
        ...(body === undefined
          ? {}
          : { 'content-type': isText ? 'text/plain; charset=utf-8' : 'application/json' }),
        ...lowerCased(input.headers ?? {}),
        'idempotency-key': idempotencyKey,
      },
      ...(body === undefined ? {} : { body: isText ? body : JSON.stringify(body) }),
    })
    if (!answer.ok && !input.any_status) throw client.refusal(answer)
    return readAnswer(answer, { isSafe: false })
  },
}

/** So that the builder's `Content-Type` replaces ours instead of standing beside it. */
function lowerCased(headers: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]))
}
