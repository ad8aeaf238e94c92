import { createHash } from 'node:crypto'

/** GitHub keeps comments of HTML in a body and shows them to nobody: there an effect leaves its key. */
export function withMarker(body: string, idempotencyKey: string): string {
  return `${body}${body ? '\n\n' : ''}${markerOf(idempotencyKey)}`
}

export function hasMarker(body: string | null | undefined, idempotencyKey: string): boolean {
  return body?.includes(markerOf(idempotencyKey)) ?? false
}

export function withoutMarker(body: string | null | undefined): string {
  return (body ?? '').replace(/\s*<!-- handrail:[^>]*-->/g, '')
}

/** The keys in a body, as they stand there: a new text must not lose them. */
export function markersOf(body: string | null | undefined): string {
  return ((body ?? '').match(/\s*<!-- handrail:[^>]*-->/g) ?? []).join('')
}

/** In the message of a commit the key is a trailer, as git knows them: a last line of its own. */
export function withTrailer(message: string, idempotencyKey: string): string {
  return `${message.trimEnd()}\n\n${trailerOf(idempotencyKey)}`
}

export function hasTrailer(message: string, idempotencyKey: string): boolean {
  return message.split('\n').includes(trailerOf(idempotencyKey))
}

export function withoutTrailer(message: string): string {
  return message.replace(/\n*^Handrail-Effect: .*$/gm, '')
}

function trailerOf(idempotencyKey: string): string {
  return `Handrail-Effect: ${writable(idempotencyKey)}`
}

function markerOf(idempotencyKey: string): string {
  return `<!-- handrail:${writable(idempotencyKey)} -->`
}

/** A key that could end the comment or the line early is replaced by its hash. */
function writable(idempotencyKey: string): string {
  const isPlain = /^[\w.:/[\]-]{1,200}$/.test(idempotencyKey) && !idempotencyKey.includes('--')
  return isPlain ? idempotencyKey : createHash('sha256').update(idempotencyKey).digest('hex')
}
