import { answerError } from './answer-error'
import type { Resolve } from './guarded-agents'
import { type Fetch, guardedFetch } from './guarded-fetch'
import type { NetPolicy } from './policy'
import { isSafeMethod } from './redirect'

/** What a product's own words in a failed answer mean. `field` is the input's field that it finds wrong. */
export type Explanation = { readonly said?: string; readonly field?: string }

export type ServiceCall = {
  readonly service: string
  readonly connection?: string | undefined
  readonly scopes?: readonly string[]
  /** The whole call does no harm when it is made twice. */
  readonly isSafe: boolean
  /** A request of another method than GET and HEAD that only looks, or whose effect nobody can see yet. */
  readonly isHarmless?: (request: { readonly method: string; readonly url: URL }) => boolean
  readonly explain?: (body: string) => Explanation
}

/**
 * The guarded `fetch` for an SDK. A status of 400 or more is thrown here already, by the one map, so that no SDK's
 * own error needs to be understood: whatever it wraps ours in, `handrailErrorIn` finds it again. Each request is judged
 * by itself: an effect that looks first, and fails there, has done nothing; one that fails after a change has.
 */
export function serviceFetch(policy: NetPolicy, call: ServiceCall, resolve?: Resolve): Fetch {
  let hasChanged = false
  return async (input, init) => {
    const looks = onlyLooks(call, input, init)
    const isSafe = call.isSafe || (looks && !hasChanged)
    if (!looks) hasChanged = true
    const answer = await guardedFetch({ ...policy, isSafe }, resolve)(input, init)
    if (answer.status < 400) return answer
    const body = await answer.text()
    throw answerError({
      ...call,
      ...call.explain?.(body),
      isSafe,
      status: answer.status,
      headers: answer.headers,
      now: Date.now(),
    })
  }
}

function onlyLooks(call: ServiceCall, input: Parameters<Fetch>[0], init: RequestInit | undefined): boolean {
  const method = (init?.method ?? 'GET').toUpperCase()
  if (isSafeMethod(method)) return true
  if (!call.isHarmless || input instanceof Request || !URL.canParse(input)) return false
  return call.isHarmless({ method, url: new URL(input) })
}
