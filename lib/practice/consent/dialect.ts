import type { Grant } from './token-book'

/** The name and secret under which Handrail is known to every simulated service. They open nothing else. */
export const practiceClient = { id: 'handrail-practice', secret: 'handrail-practice-secret' } as const

/** How one vendor speaks about consent: its addresses, its answers, and how long its tokens are good. */
export type ConsentDialect = {
  readonly title: string
  readonly authorizePath: string
  readonly tokenPath: string
  /** The token that a request gives back; null: it is no such request. */
  revokes(request: Request, body: string): string | null
  /** Sent when a token was given back. */
  revoked(): Response
  readonly prefix: string
  readonly seconds: number | null
  /** Does this consent come with a refresh token? */
  refreshes(asked: URLSearchParams): boolean
  readonly rotates: boolean
  /** Must the code be proved (S256)? */
  readonly pkce: boolean
  readonly accounts: readonly { readonly login: string; readonly name: string }[]
  granted(grant: Grant): Response
  refused(why: 'bad client' | 'bad code' | 'bad refresh token'): Response
  /** The scopes of which this request needs one; empty: none. */
  needs(request: Request): readonly string[]
  forbidden(needed: readonly string[], held: readonly string[]): Response
  /** Answers what the vendor's sign-in service answers beside tokens, and no emulated service does. */
  tells?(request: Request, grant: Grant): Response | null
}
