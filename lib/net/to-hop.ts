import { HandrailError } from '../core/errors'
import type { Hop } from './redirect'

/** The first hop of a request, in the few forms that SDKs use: an address, a method, headers, a text or bytes. */
export function toHop(input: string | URL | Request, init: RequestInit): Hop {
  if (input instanceof Request) throw unknownRequest()
  if (!URL.canParse(input)) {
    throw new HandrailError({
      code: 'invalid_input',
      who: 'user',
      retry: 'no',
      field: 'input.url',
      message: 'This is not a whole address. Write one that starts with https://.',
    })
  }
  const url = new URL(input)
  url.hash = ''
  const method = (init.method ?? 'GET').toUpperCase()
  const headers = new Headers(init.headers)
  if (!headers.has('user-agent')) headers.set('user-agent', 'Handrail')
  return { url, method, headers, body: toBody(init.body) }
}

function toBody(body: RequestInit['body']): Hop['body'] {
  if (body === null || body === undefined || typeof body === 'string') return body ?? null
  if (body instanceof URLSearchParams) return body.toString()
  if (body instanceof Uint8Array) return new Uint8Array(body)
  throw unknownRequest()
}

/** Streams and forms cannot be sent again after a redirect; no connector needs them. */
function unknownRequest(): HandrailError {
  return new HandrailError({
    code: 'internal',
    who: 'us',
    retry: 'no',
    message: 'A request was made in a way that Handrail does not know. Report this.',
  })
}
