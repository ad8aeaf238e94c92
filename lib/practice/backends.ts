import { consentDesk } from './consent/consent-desk'
import type { TokenBook } from './consent/token-book'
import type { Backend } from './front'
import type { Emulated, PracticeService } from './services/service'

/**
 * An emulated service behind a front. The tokens it knows act as its bot; those that it issued to people who consented,
 * as them and within what they granted. Every other is refused.
 */
export function backendOf(
  service: PracticeService,
  emulated: Emulated,
  { tokens, book, changed }: Door,
): Backend {
  const desk = service.consent ? consentDesk(service.consent, book, service.refuse) : null
  return {
    async handle(request) {
      const response = await emulated.handle(request)
      // The emulator counts the requests of its own tokens, which mean nothing outside.
      const headers = new Headers(response.headers)
      for (const name of ['limit', 'remaining', 'reset', 'resource']) headers.delete(`x-ratelimit-${name}`)
      return new Response(response.body, { status: response.status, headers })
    },
    authorise(request, body) {
      const about = desk?.answer(request, body)
      if (about) return about
      if (service.isOpen?.(request)) return request
      const token = tokenIn(request, body)
      if (!token) return service.refuse('no token')
      const admitted = tokens.includes(token) ? 'bot' : desk?.admit(request, token)
      if (!admitted) return service.refuse('bad token')
      if (admitted instanceof Response) return admitted
      const inside = service.insideToken?.(admitted === 'bot' ? undefined : admitted.login)
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

type Door = {
  readonly tokens: readonly string[]
  readonly book: TokenBook
  changed(): Promise<void>
}

function tokenIn(request: Request, body: string): string | null {
  const [scheme = '', shown = ''] = request.headers.get('authorization')?.trim().split(/\s+/) ?? []
  // Behind the name and a colon.
  if (/^basic$/i.test(scheme))
    return /^[^:]*:(.*)$/s.exec(Buffer.from(shown, 'base64').toString())?.[1] ?? null
  if (scheme) return shown || scheme
  const isForm = request.headers.get('content-type')?.includes('application/x-www-form-urlencoded')
  return isForm ? new URLSearchParams(body).get('token') : null
}
