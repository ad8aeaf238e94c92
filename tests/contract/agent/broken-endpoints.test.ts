import { afterEach, describe, expect, it } from 'vitest'
import type { ModelRequest } from '@/lib/agent/contract'
import { requestFor } from '@/lib/agent/conversation'
import { callModel } from '@/lib/agent/openai/call-model'
import { HandrailError } from '@/lib/core/errors'
import { guardedFetch } from '@/lib/net/guarded-fetch'
import { facts, searchTool, task } from '../../unit/lib/agent/builders'
import { type Answer, type Endpoint, json, openEndpoint } from './endpoint'
import { openProvider } from './run-agent'

let opened: Endpoint | undefined

afterEach(async () => {
  await opened?.close()
})

async function endpoint(answer: Answer): Promise<string> {
  opened = await openEndpoint(answer)
  return opened.url
}

const asked = task({
  tools: [searchTool],
  output: [{ key: 'severity', type: 'choice', choices: ['low', 'high'] }],
})
const request: ModelRequest = { ...requestFor(asked, facts()), maxOutputTokens: 500 }
const chatAnswer = (content: string) => ({ choices: [{ message: { role: 'assistant', content } }] })
const soon = () => AbortSignal.timeout(10_000)

describe.each(['responses', 'chat'] as const)('a broken endpoint over %s', (api) => {
  it.each<[string, Answer, object]>([
    ['garbage', (_, response) => response.end('<html>Welcome</html>'), { code: 'bad_answer' }],
    ['JSON of another kind', (_, response) => json(response, 200, { hello: 1 }), { code: 'bad_answer' }],
    ['half of a JSON', (_, response) => response.end('{"choices": [{"mess'), { code: 'bad_answer' }],
    ['nothing', (_, response) => response.end(), { code: 'bad_answer' }],
    ['no content', (_, response) => response.writeHead(204).end(), { code: 'bad_answer' }],
    [
      'a body that breaks off',
      (_, response) => {
        response.writeHead(200, { 'content-type': 'application/json', 'content-length': '1000' })
        response.write('{"choices"', () => response.destroy())
      },
      { code: 'bad_answer', message: expect.stringContaining('broke off') },
    ],
    ['a closed connection', (_, response) => void response.destroy(), { code: 'unreachable' }],
    [
      'a failure inside a 200',
      (_, response) => json(response, 200, { error: { code: 502, message: 'upstream' } }),
      { code: 'service_failed' },
    ],
  ])('%s is told as such, and may be tried again', async (_name, answer, expected) => {
    const url = await endpoint(answer)
    const failed = callModel(openProvider(api, url), request, soon())
    await expect(failed).rejects.toMatchObject({ name: 'HandrailError', retry: 'after', ...expected })
  })

  it('stops waiting when the signal says so, also within the body', async () => {
    const url = await endpoint((_, response) => {
      response.writeHead(200, { 'content-type': 'application/json' })
      response.write('{')
    })
    const failed = callModel(openProvider(api, url), request, AbortSignal.timeout(200))
    await expect(failed).rejects.toMatchObject({ code: 'timed_out', retry: 'after' })
  })

  it('passes on why the guard refused an address', async () => {
    const refused = new HandrailError({
      code: 'blocked_address',
      who: 'user',
      retry: 'no',
      message: 'Private.',
    })
    const guarded = { ...openProvider(api, 'http://10.0.0.1'), fetch: () => Promise.reject(refused) }
    await expect(callModel(guarded, request, soon())).rejects.toBe(refused)
  })

  it('may be asked again through the guard, which cannot know that', async () => {
    const url = await endpoint((_, response) => void response.destroy())
    const guarded = { ...openProvider(api, url), fetch: guardedFetch({ allowPrivate: true }) }
    await expect(callModel(guarded, request, soon())).rejects.toMatchObject({
      code: 'unreachable',
      retry: 'after',
      message: expect.stringContaining('model provider'),
    })
  })

  it('is reached through the guard', async () => {
    const url = await endpoint((_, response) => json(response, 401, {}))
    const guarded = { ...openProvider(api, url), fetch: guardedFetch({ allowPrivate: true }) }
    await expect(callModel(guarded, request, soon())).rejects.toMatchObject({ code: 'reconnect' })
    const shut = { ...guarded, fetch: guardedFetch({}) }
    await expect(callModel(shut, request, soon())).rejects.toMatchObject({ code: 'blocked_address' })
  })

  it('sends no key when there is none', async () => {
    const headers: unknown[] = []
    const url = await endpoint((_, response, incoming) => {
      headers.push(incoming.headers.authorization)
      json(response, 500, {})
    })
    await callModel(openProvider(api, url, null), request, soon()).catch(() => undefined)
    expect(headers).toEqual([undefined])
  })
})

describe('a compatible server that knows less', () => {
  it('is asked without json_schema once it has refused it, and is not asked for it again', async () => {
    const formats: unknown[] = []
    const url = await endpoint((body, response) => {
      const format = Reflect.get(Object(body.response_format), 'type')
      formats.push(format)
      if (format === 'json_schema') {
        json(response, 400, { error: { message: "response_format.type 'json_schema' is not supported" } })
        return
      }
      expect(JSON.stringify(body.messages)).toContain('It must fit this JSON schema')
      json(response, 200, chatAnswer('{"severity":"low"}'))
    })
    const provider = openProvider('chat', url)
    expect((await callModel(provider, request, soon())).text).toBe('{"severity":"low"}')
    await callModel(provider, request, soon())
    expect(formats).toEqual(['json_schema', 'json_object', 'json_object'])
  })

  it('is asked without any format when it refuses both', async () => {
    const url = await endpoint((body, response) =>
      body.response_format
        ? json(response, 400, { error: { message: 'unknown field: response_format' } })
        : json(response, 200, chatAnswer('```json\n{"severity":"low"}\n```')),
    )
    expect((await callModel(openProvider('chat', url), request, soon())).text).toContain('low')
  })

  it('is told other refusals in its own words', async () => {
    const url = await endpoint((_, response) =>
      json(response, 400, { error: { message: 'temperature must be set' } }),
    )
    await expect(callModel(openProvider('chat', url), request, soon())).rejects.toMatchObject({
      code: 'bad_request',
      message: expect.stringContaining('temperature must be set'),
    })
  })
})

describe('reasoning over Responses', () => {
  it('goes back sealed before the calls that followed from it, and nothing is stored on the far side', async () => {
    const bodies: Record<string, unknown>[] = []
    const url = await endpoint((body, response) => {
      bodies.push(body)
      json(response, 200, {
        id: 'resp_1',
        model: 'o-test',
        status: 'completed',
        output: [
          { type: 'reasoning', id: 'rs_1', summary: [], encrypted_content: 'sealed' },
          {
            type: 'function_call',
            id: 'fc_1',
            call_id: 'call_1',
            name: 'github__issue__search',
            arguments: '{}',
          },
        ],
        usage: { input_tokens: 10, output_tokens: 5 },
      })
    })
    const provider = openProvider('responses', url)
    const first = await callModel(provider, request, soon())
    const second = requestFor(asked, facts([first], { 't0.c0': { status: 'done', output: 'x' } }))
    await callModel(provider, { ...second, maxOutputTokens: null }, soon())
    expect(bodies[0]).toMatchObject({
      store: false,
      include: ['reasoning.encrypted_content'],
      text: { format: { type: 'json_schema', strict: true, schema: { additionalProperties: false } } },
      tools: [{ type: 'function', name: 'github__issue__search', strict: true }],
    })
    expect(bodies[1]?.input).toMatchObject([
      { role: 'user' },
      { type: 'reasoning', id: 'rs_1', encrypted_content: 'sealed' },
      { type: 'function_call', call_id: 'call_1' },
      { type: 'function_call_output', call_id: 'call_1' },
    ])
  })

  it('is not asked for again where the model has none', async () => {
    const included: unknown[] = []
    const url = await endpoint((body, response) => {
      included.push(body.include)
      if (body.include) {
        json(response, 400, { error: { message: 'Encrypted content is not supported with this model.' } })
        return
      }
      json(response, 200, {
        output: [{ type: 'message', content: [{ type: 'refusal', refusal: 'No.' }] }],
      })
    })
    const turn = await callModel(openProvider('responses', url), request, soon())
    expect(turn).toMatchObject({ stopped: 'refused', text: 'No.' })
    expect(included).toEqual([['reasoning.encrypted_content'], undefined])
  })
})
