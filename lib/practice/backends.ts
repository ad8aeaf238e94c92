import type { Backend } from './front'
import type { Emulated, PracticeService } from './services/service'

/** An emulated service behind a front: the tokens it knows act as its bot, every other is refused. */
export function backendOf(
  service: PracticeService,
  emulated: Emulated,
  { tokens, changed }: { readonly tokens: readonly string[]; changed(): Promise<void> },
): Backend {
  return {
    async handle(request) {
      const response = await emulated.handle(request)
      // The emulator counts the requests of its own tokens, which mean nothing outside.
      const headers = new Headers(response.headers)
      for (const name of ['limit', 'remaining', 'reset', 'resource']) headers.delete(`x-ratelimit-${name}`)
      return new Response(response.body, { status: response.status, headers })
    },
    authorise(request, body) {
      const token = tokenIn(request, body)
      if (!token) return service.refuse('no token')
      if (!tokens.includes(token)) return service.refuse('bad token')
      const inside = service.insideToken?.()
      if (!inside) return request
      const headers = new Headers(request.headers)
      headers.set('authorization', `Bearer ${inside}`)
      return new Request(request, { headers })
    },
    isChange: (request) => service.isChange(request),
    effectKey: (request) => service.effectKey(request),
    changed,
  }
}

function tokenIn(request: Request, body: string): string | null {
  const header = request.headers
    .get('authorization')
    ?.replace(/^(bearer|token)\s+/i, '')
    .trim()
  if (header) return header
  const isForm = request.headers.get('content-type')?.includes('application/x-www-form-urlencoded')
  return isForm ? new URLSearchParams(body).get('token') : null
}
