/** A request as the guard carries it from hop to hop. */
export type Hop = {
  readonly url: URL
  readonly method: string
  readonly headers: Headers
  readonly body: string | Uint8Array<ArrayBuffer> | null
}

/** What may go to another origin: nothing that could be a secret. */
const harmless: ReadonlySet<string> = new Set(['accept', 'accept-language', 'content-type', 'user-agent'])

export function isSafeMethod(method: string): boolean {
  return method === 'GET' || method === 'HEAD' || method === 'OPTIONS'
}

/**
 * The request that a redirect asks for, or `null` when the answer is none, or asks to send a changing request to
 * another origin, which is not done.
 */
export function nextHop(hop: Hop, status: number, location: string | null): Hop | null {
  if (!location || ![301, 302, 303, 307, 308].includes(status)) return null
  if (!URL.canParse(location, hop.url)) return null
  const url = new URL(location, hop.url)
  const isSameOrigin = url.origin === hop.url.origin
  const keepsMethod = isSafeMethod(hop.method) || status === 307 || status === 308
  if (keepsMethod && !isSafeMethod(hop.method) && !isSameOrigin) return null
  const headers = new Headers(hop.headers)
  for (const name of [...headers.keys()]) {
    if (!isSameOrigin && !harmless.has(name)) headers.delete(name)
    if (!keepsMethod && name.startsWith('content-')) headers.delete(name)
  }
  return keepsMethod ? { ...hop, url, headers } : { url, method: 'GET', headers, body: null }
}
