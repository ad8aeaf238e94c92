export type ProtocolEnds = {
  register(body: unknown): void
  send(body: unknown, seed: string | null): Promise<readonly string[]>
  checkpoint(body: unknown): Promise<'stored' | 'stale' | 'refused'>
  signal(body: unknown): Promise<string | null>
  /** Something went wrong on this side of the protocol. */
  report(error: unknown, path: string): void
}

/**
 * The server's HTTP interface as a `fetch` for the SDK: it answers from this process and opens no socket. What the
 * embedded runner does not offer is 404.
 */
export function protocolFetch(ends: ProtocolEnds): typeof fetch {
  return async (input, init) => {
    const url = new URL(input instanceof Request ? input.url : input)
    if (init?.method !== 'POST') return notFound()
    try {
      const body: unknown = typeof init.body === 'string' ? JSON.parse(init.body) : undefined
      return await post(url.pathname, body, new Headers(init.headers))
    } catch (error) {
      ends.report(error, url.pathname)
      return respond(500, { error: String(error), status: 500 })
    }
  }

  async function post(path: string, body: unknown, headers: Headers): Promise<Response> {
    if (path === '/fn/register') {
      ends.register(body)
      return respond(200, { modified: true })
    }
    if (path.startsWith('/e/')) {
      const ids = await ends.send(body, headers.get('x-inngest-event-id-seed'))
      return respond(200, { ids, status: 200 })
    }
    if (/^\/v1\/checkpoint\/[^/]+\/async$/.test(path)) {
      const outcome = await ends.checkpoint(body)
      return respond(statusOf[outcome], { outcome })
    }
    if (path === '/v1/signals') {
      const runId = await ends.signal(body)
      return runId === null ? notFound() : respond(200, { data: { run_id: runId } })
    }
    return notFound()
  }
}

const statusOf = { stored: 200, stale: 409, refused: 413 } as const

const notFound = () => respond(404, { error: 'not found', status: 404 })

const respond = (status: number, body: unknown): Response => Response.json(body, { status })
