import { HandrailError } from '@/lib/core/errors'
import type { Json } from '@/lib/core/json'
import type { bodyKinds } from '@/lib/workflow/webhook-rules'

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

export type BodyKind = (typeof bodyKinds)[number]

export function bodyKindOf(contentType: string): BodyKind {
  if (/\bjson\b/i.test(contentType)) return 'json'
  return /x-www-form-urlencoded|multipart\/form-data/i.test(contentType) ? 'form' : 'text'
}

/** JSON as data, forms as fields (of a file its name, type and size), all else as text. */
export async function bodyOf(bytes: Buffer, contentType: string): Promise<Json> {
  const kind = bodyKindOf(contentType)
  if (kind === 'form') return fieldsOf(bytes, contentType)
  const text = bytes.toString('utf8')
  if (kind === 'text') return text
  return text.trim() === '' ? {} : parse(text)
}

async function fieldsOf(bytes: Buffer, contentType: string): Promise<Json> {
  const form = await new Response(new Uint8Array(bytes), { headers: { 'content-type': contentType } })
    .formData()
    .catch(() => undefined)
  if (!form)
    throw unreadable('The body says that it is a form, and cannot be read as one. Mend it and send it again.')
  return Object.fromEntries(
    [...new Set(form.keys())].map((key) => [key, lone(form.getAll(key).map(fieldOf))]),
  )
}

/** A field that comes once is its value, one that comes several times a list. */
function lone(values: readonly Json[]): Json {
  return values.length === 1 ? (values[0] ?? null) : values
}

function fieldOf(value: FormDataEntryValue): Json {
  return typeof value === 'string' ? value : { name: value.name, type: value.type, size: value.size }
}

function parse(text: string): Json {
  try {
    const value: Json = JSON.parse(text)
    return value
  } catch {
    throw unreadable('The body says that it is JSON, and is not. Mend it and send it again.')
  }
}

function unreadable(message: string): HandrailError {
  return new HandrailError({ code: 'bad_request', who: 'user', retry: 'no', message })
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
