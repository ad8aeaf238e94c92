import type { Backend } from './front'

/**
 * A plain HTTP service for tests: what is sent is listed at `GET /items`. Under `/keyed` it honours Idempotency-Key:
 * a key that came before gets the same answer, and nothing is done again.
 */
export function plainService({
  token,
}: {
  readonly token: string
}): Backend & { items(): readonly unknown[]; reset(): void } {
  const items: { id: number; path: string; method: string; body: string }[] = []
  const answered = new Map<string, { status: number; text: string }>()

  return {
    items: () => items,
    reset() {
      items.length = 0
      answered.clear()
    },
    async handle(request) {
      const { pathname, searchParams } = new URL(request.url)
      if (request.method === 'GET' || request.method === 'HEAD') {
        return Response.json({ path: pathname, query: Object.fromEntries(searchParams), items })
      }
      const key = pathname.startsWith('/keyed') ? request.headers.get('idempotency-key') : null
      const earlier = key === null ? undefined : answered.get(key)
      if (earlier) {
        const headers = { 'content-type': 'application/json', 'x-replayed': 'true' }
        return new Response(earlier.text, { status: earlier.status, headers })
      }
      items.push({ id: items.length + 1, path: pathname, method: request.method, body: await request.text() })
      const text = JSON.stringify({ id: items.length, authorization: request.headers.get('authorization') })
      if (key !== null) answered.set(key, { status: 201, text })
      return new Response(text, { status: 201, headers: { 'content-type': 'application/json' } })
    },
    authorise: (request) =>
      request.headers.get('authorization') === `Bearer ${token}`
        ? request
        : new Response(null, { status: 401 }),
    effectKey: () => null,
    isChange: ({ method }) => method !== 'GET' && method !== 'HEAD',
    changed: async () => {},
  }
}
