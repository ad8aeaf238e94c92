import { HandrailError } from '../../core/errors'
import type { Json } from '../../core/json'

export type BodyType = 'json' | 'form' | 'multipart' | 'text' | 'base64'

export type Encoded = { readonly body: string | Uint8Array<ArrayBuffer>; readonly contentType: string }

/** A body as it is sent. Without a type, text goes as it is and everything else as JSON. */
export async function encodeBody(body: Json, type: BodyType | undefined): Promise<Encoded> {
  switch (type ?? (typeof body === 'string' ? 'text' : 'json')) {
    case 'json':
      return { body: JSON.stringify(body), contentType: 'application/json' }
    case 'text':
      if (typeof body === 'object') throw wrong('A text body must be text.')
      return { body: String(body), contentType: 'text/plain; charset=utf-8' }
    case 'form':
      return { body: toForm(body).toString(), contentType: 'application/x-www-form-urlencoded' }
    case 'base64':
      if (typeof body !== 'string') throw wrong('A binary body must be base64 text.')
      return { body: bytesOf(body), contentType: 'application/octet-stream' }
    case 'multipart':
      return toMultipart(body)
  }
}

function toForm(body: Json): URLSearchParams {
  const form = new URLSearchParams()
  for (const [name, value] of entriesOf(body)) {
    for (const each of isList(value) ? value : [value]) form.append(name, scalar(name, each))
  }
  return form
}

/** `{ "file": "report.csv", "content": "…" }`: text, or base64 with `"encoding": "base64"`. */
async function toMultipart(body: Json): Promise<Encoded> {
  const form = new FormData()
  for (const [name, value] of entriesOf(body)) {
    for (const each of isList(value) ? value : [value]) {
      if (!isObject(each)) form.append(name, scalar(name, each))
      else form.append(name, toFile(name, each), String(each.file))
    }
  }
  const encoded = new Response(form)
  const contentType = encoded.headers.get('content-type') ?? 'multipart/form-data'
  return { body: new Uint8Array(await encoded.arrayBuffer()), contentType }
}

function toFile(name: string, value: Readonly<Record<string, Json>>): Blob {
  const { file, content, encoding, type } = value
  if (typeof file !== 'string' || typeof content !== 'string') {
    throw wrong(`“${name}” is no file: write { "file": "name.txt", "content": "…" }.`)
  }
  const bytes = encoding === 'base64' ? bytesOf(content) : content
  return new Blob([bytes], { type: typeof type === 'string' ? type : 'application/octet-stream' })
}

function entriesOf(body: Json): [string, Json][] {
  if (isObject(body)) return Object.entries(body)
  throw wrong('A form is made from names and values: { "name": "value" }.')
}

function scalar(name: string, value: Json): string {
  if (value === null) return ''
  if (typeof value === 'object')
    throw wrong(`“${name}” must be text, a number, yes or no, or a list of these.`)
  return String(value)
}

function bytesOf(text: string): Uint8Array<ArrayBuffer> {
  const compact = text.replace(/\s+/g, '')
  if (compact.length % 4 !== 0 || !/^[A-Za-z0-9+/]*={0,2}$/.test(compact)) throw wrong('This is not base64.')
  return new Uint8Array(Buffer.from(compact, 'base64'))
}

function isList(value: Json): value is readonly Json[] {
  return Array.isArray(value)
}

function isObject(value: Json): value is Readonly<Record<string, Json>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function wrong(message: string): HandrailError {
  return new HandrailError({ code: 'invalid_input', who: 'user', retry: 'no', field: 'input.body', message })
}
