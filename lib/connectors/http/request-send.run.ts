import 'server-only'
import { HandrailError } from '../../core/errors'
import type { Behaviour } from '../contract'
import type { HttpClient } from './client'
import { encodeBody } from './encode-body'
import { readAnswer } from './read-answer'
import type { requestSend } from './request-send'

export const behaviour: Behaviour<typeof requestSend, HttpClient> = {
  async run({ input, client, idempotencyKey }) {
    const { method } = input
    const isSafe = method === 'GET' || method === 'HEAD' || method === 'OPTIONS'
    if (input.body !== undefined && (method === 'GET' || method === 'HEAD')) throw noBody(method)
    const encoded = input.body === undefined ? null : await encodeBody(input.body, input.body_type)
    const headers = {
      accept: 'application/json, text/*;q=0.9, */*;q=0.5',
      ...(encoded ? { 'content-type': encoded.contentType } : {}),
      ...lowerCased(input.headers ?? {}),
      // Only who made the boundary between its parts knows it.
      ...(encoded && input.body_type === 'multipart' ? { 'content-type': encoded.contentType } : {}),
      'idempotency-key': idempotencyKey,
    }
    const answer = await client.fetch(input.url, {
      method,
      headers,
      ...(encoded ? { body: encoded.body } : {}),
    })
    if (!answer.ok && !input.any_status) throw client.refusal(answer, method)
    return readAnswer(answer, { isSafe, readAs: input.read_as })
  },
}

/** So that the builder's `Content-Type` replaces ours instead of standing beside it. */
function lowerCased(headers: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]))
}

function noBody(method: string): HandrailError {
  return new HandrailError({
    code: 'invalid_input',
    who: 'user',
    retry: 'no',
    field: 'input.body',
    message: `A ${method} request has no body. Choose another method, or empty the body.`,
  })
}
