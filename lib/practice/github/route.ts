import type { Emulated } from '../services/service'

/** What a route that the emulator lacks, or answers too loosely, is given. */
export type RouteCall = {
  readonly request: Request
  /** `owner/name` */
  readonly repo: string
  /** What the pattern's groups after the repository matched. */
  readonly parts: readonly string[]
  readonly emulated: Emulated
  /** Asks the emulator itself, as whoever asks now. */
  ask(path: string, change?: { readonly method: string; readonly body: unknown }): Promise<Response>
}

/** One route. `null`: the emulator may answer after all. */
export type Route = {
  readonly method: string
  readonly pattern: RegExp
  answer(call: RouteCall): Promise<Response | null>
}

/** How GitHub refuses what it cannot process. */
export function refused(message: string, status = 422): Response {
  return Response.json({ message: 'Validation Failed', errors: [{ message }] }, { status })
}
