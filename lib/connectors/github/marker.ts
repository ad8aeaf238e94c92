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

/** A key that could end the comment early is replaced by its hash. */
function markerOf(idempotencyKey: string): string {
  const isPlain = /^[\w.:/[\]-]{1,200}$/.test(idempotencyKey) && !idempotencyKey.includes('--')
  return `<!-- handrail:${isPlain ? idempotencyKey : createHash('sha256').update(idempotencyKey).digest('hex')} -->`
}
