import type { Emulated } from '../services/service'

/** One of the simulated Google products. It answers the paths that are its own. */
export type GooglePart = {
  readonly owns: RegExp
  /** Requests of another method than GET that only look, by method and path. */
  readonly looks?: RegExp
  /** The product as it is before anybody used it. `baseUrl`: what its links begin with. */
  start(baseUrl: string): Promise<Emulated>
  /** Lets people do what they did before `now`. */
  seed(emulated: Emulated, now: number): Promise<void>
  /** The key that an effect left in a request, where it can be read from it. */
  effectKey?(request: { readonly body: string; readonly url: string }): string | null
}

/** A refusal as Google writes it. */
export function googleError(code: number, message: string, reason: string): Response {
  return Response.json(
    { error: { code, message, errors: [{ message, domain: 'global', reason }] } },
    { status: code },
  )
}
