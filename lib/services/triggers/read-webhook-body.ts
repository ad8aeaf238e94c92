import { HandrailError } from '@/lib/core/errors'
import type { Json } from '@/lib/core/json'

/** A call of a webhook may carry this much. */
const maximumWebhookBytes = 10_500_000

/** Reads a request's body, no further than the limit. */
export async function readBytes({
  headers,
  body,
}: {
  readonly headers: Headers
  readonly body: AsyncIterable<Uint8Array> | null
}): Promise<Buffer> {
  if (Number(headers.get('content-length') ?? 0) > maximumWebhookBytes) throw tooLarge()
  const chunks: Uint8Array[] = []
  let size = 0
  try {
    for await (const chunk of body ?? []) {
      size += chunk.byteLength
      if (size > maximumWebhookBytes) throw tooLarge()
      chunks.push(chunk)
    }
  } catch (error) {
    throw error instanceof HandrailError ? error : brokenOff(error)
  }
  return Buffer.concat(chunks)
}

/** JSON as data, forms as fields, all else as text. */
export function bodyOf(bytes: Buffer, contentType: string): Json {
  const text = bytes.toString('utf8')
  if (/\bjson\b/i.test(contentType)) return text.trim() === '' ? {} : parse(text)
  if (/x-www-form-urlencoded/i.test(contentType)) return Object.fromEntries(new URLSearchParams(text))
  return text
}

function parse(text: string): Json {
  try {
    const value: Json = JSON.parse(text)
    return value
  } catch {
    throw new HandrailError({
      code: 'bad_request',
      who: 'user',
      retry: 'no',
      message: 'The body says that it is JSON, and is not. Mend it and send it again.',
    })
  }
}

function tooLarge(): HandrailError {
  return new HandrailError({
    code: 'too_large',
    who: 'user',
    retry: 'no',
    message: 'A webhook takes at most 10 MB. Send an address where the data is instead of the data.',
  })
}

function brokenOff(cause: unknown): HandrailError {
  return new HandrailError({
    code: 'bad_request',
    who: 'user',
    retry: 'after',
    message: 'The call broke off before all of it had come. Send it again.',
    cause,
  })
}
