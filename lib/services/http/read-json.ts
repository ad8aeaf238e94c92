import { type ErrorCode, HandrailError } from '@/lib/core/errors'
import { jsonBreak } from './json-break'

/** Requests are at most this many bytes. A document has its own, smaller limit. */
const maximumBodyBytes = 1_048_576
const maximumDepth = 200

/** Reads a JSON body. Throws `too_large` before all of it was read, and says where JSON that is not right breaks. */
export async function readJson(request: Request): Promise<unknown> {
  const text = await readText(request)
  if (text.trim() === '') return undefined
  if (!/^application\/(json|[\w.+-]+\+json)\s*(;|$)/i.test(request.headers.get('content-type') ?? '')) {
    throw refusal('bad_request', 'Send the body as JSON, with the header ‘Content-Type: application/json’.')
  }
  refuseDepth(text)
  try {
    return JSON.parse(text, refuseUnstorable)
  } catch (error) {
    if (error instanceof HandrailError) throw error
    throw refusal('bad_request', `The body is not JSON: ${placeOf(text)} Mend it there and send it again.`)
  }
}

/** Reads a body as text, up to the limit. */
export async function readText(request: Request): Promise<string> {
  const announced = Number(request.headers.get('content-length') ?? 0)
  if (announced > maximumBodyBytes) throw tooLarge()
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of request.body ?? []) {
    size += chunk.byteLength
    if (size > maximumBodyBytes) throw tooLarge()
    chunks.push(chunk)
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(chunks))
  } catch {
    throw refusal('bad_request', 'The body is not UTF-8 text. Send JSON in UTF-8.')
  }
}

/** Keys that would reach into an object's nature, and text that the database cannot keep. */
function refuseUnstorable(key: string, value: unknown): unknown {
  if (key === '__proto__') throw refusal('bad_request', 'The key ‘__proto__’ is not accepted. Rename it.')
  const texts = typeof value === 'string' ? [key, value] : [key]
  if (texts.some((text) => text.includes('\u0000') || !text.isWellFormed())) {
    throw refusal(
      'bad_request',
      'The body holds text with the character U+0000 or half a surrogate pair, which cannot be stored. Take it out.',
    )
  }
  return value
}

function refuseDepth(text: string): void {
  let depth = 0
  let quoted = false
  for (let at = 0; at < text.length; at++) {
    const character = text.charCodeAt(at)
    if (quoted) {
      if (character === 92) at++
      else if (character === 34) quoted = false
    } else if (character === 34) quoted = true
    else if (character === 123 || character === 91) depth++
    else if (character === 125 || character === 93) depth--
    if (depth > maximumDepth) {
      throw refusal('bad_request', `The body is nested more than ${maximumDepth} levels deep. Flatten it.`)
    }
  }
}

function placeOf(text: string): string {
  const at = jsonBreak(text)
  const before = text.slice(0, at).split('\n')
  return `it breaks at line ${before.length}, column ${(before.at(-1)?.length ?? 0) + 1} (character ${at}).`
}

function tooLarge(): HandrailError {
  return refusal(
    'too_large',
    'The request is over 1 MB. Send less at a time; a document may have 1 MB at most.',
  )
}

function refusal(code: ErrorCode, message: string): HandrailError {
  return new HandrailError({ code, who: 'user', retry: 'no', message })
}
