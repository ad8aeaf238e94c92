import { answerError } from './answer-error'
import { type Fetch, guardedFetch } from './guarded-fetch'
import type { NetPolicy } from './policy'

/** What a product's own words in a failed answer mean. `field` is the input's field that it finds wrong. */
export type Explanation = { readonly said?: string; readonly field?: string }

export type ServiceCall = {
  readonly service: string
  readonly connection?: string | undefined
  readonly scopes?: readonly string[]
  readonly isSafe: boolean
  readonly explain?: (body: string) => Explanation
}

/**
 * The guarded `fetch` for an SDK. A status of 400 or more is thrown here already, by the one map, so that no SDK's
 * own error needs to be understood: whatever it wraps ours in, `handrailErrorIn` finds it again.
 */
export function serviceFetch(policy: NetPolicy, call: ServiceCall): Fetch {
  const fetch = guardedFetch({ ...policy, isSafe: call.isSafe })
  return async (input, init) => {
    const answer = await fetch(input, init)
    if (answer.status < 400) return answer
    const body = await answer.text()
    throw answerError({
      ...call,
      ...call.explain?.(body),
      status: answer.status,
      headers: answer.headers,
      now: Date.now(),
    })
  }
}
