import { fetch as send } from 'undici'
import { HandrailError } from '../core/errors'
import { checkTarget, isTrustedOrigin } from './check-target'
import { type Deadline, deadlineIn } from './deadline'
import { guardedAgent, type Resolve } from './guarded-agents'
import { handrailErrorIn, networkError, timeoutError } from './network-error'
import {
  defaultMaxBytes,
  defaultTimeoutMs,
  longestTimeoutMs,
  maximumRedirects,
  type NetPolicy,
} from './policy'
import { readLimited } from './read-limited'
import { type Hop, isSafeMethod, nextHop } from './redirect'
import { toHop } from './to-hop'

/** What SDKs take as their `fetch`. */
export type Fetch = (input: string | URL | Request, init?: RequestInit) => Promise<Response>

/**
 * The one way out of Handrail: a `fetch` for one call, bound by a policy. It speaks http and https to hosts that the
 * policy allows at addresses that the guard allows, follows redirects by the same rules, gives secrets to no second
 * origin, and stops at the limits of time and size. The answer is read whole. It throws nothing but `HandrailError`,
 * whose `retry` says whether the request may have been carried out.
 */
export function guardedFetch(policy: NetPolicy, resolve?: Resolve): Fetch {
  return async (input, init = {}) => {
    const callers = [policy.signal, init.signal].filter((each) => each instanceof AbortSignal)
    const milliseconds = policy.timeoutMs ?? (callers.length > 0 ? longestTimeoutMs : defaultTimeoutMs)
    const deadline = deadlineIn(milliseconds, callers)
    try {
      return await follow(toHop(input, init), policy, {
        sending: { deadline, callers, resolve },
        redirect: init.redirect ?? 'follow',
      })
    } finally {
      deadline.clear()
    }
  }
}

async function follow(
  first: Hop,
  policy: NetPolicy,
  { sending, redirect }: { readonly sending: Sending; readonly redirect: RequestRedirect },
): Promise<Response> {
  let hop = first
  for (let hops = 0; hops <= maximumRedirects; hops += 1) {
    checkTarget(hop.url, policy)
    const { answer, next } = await sendOnce(hop, policy, sending)
    if (!next || redirect === 'manual') return answer
    if (redirect === 'error') throw tooManyRedirects(hop.url, 'redirects elsewhere')
    hop = next
  }
  throw tooManyRedirects(hop.url, `redirects more than ${maximumRedirects} times`)
}

type Sending = {
  readonly deadline: Deadline
  readonly callers: readonly AbortSignal[]
  readonly resolve: Resolve | undefined
}

async function sendOnce(
  hop: Hop,
  policy: NetPolicy,
  { deadline, callers, resolve }: Sending,
): Promise<{ answer: Response; next: Hop | null }> {
  const host = hop.url.host
  const isSafe = policy.isSafe ?? isSafeMethod(hop.method)
  const openness = isTrustedOrigin(hop.url, policy) ? 'trusted' : policy.allowPrivate ? 'private' : 'public'
  try {
    const received = await send(hop.url, {
      method: hop.method,
      headers: [...hop.headers],
      body: hop.body,
      redirect: 'manual',
      signal: deadline.signal,
      dispatcher: guardedAgent(openness, isSafe, resolve),
    })
    const next = nextHop(hop, received.status, received.headers.get('location'))
    const bytes = await readLimited(received.body, { maxBytes: policy.maxBytes ?? defaultMaxBytes, host })
    const headers = new Headers([...received.headers])
    // The body stands here decompressed and whole.
    headers.delete('content-encoding')
    headers.delete('content-length')
    const isBodiless = [101, 204, 205, 304].includes(received.status)
    const { status, statusText } = received
    return { answer: new Response(isBodiless ? null : bytes, { status, statusText, headers }), next }
  } catch (error) {
    const stopped = callers.find((each) => each.aborted)
    if (stopped) throw stopError(stopped.reason, host, isSafe)
    if (deadline.signal.aborted) throw timeoutError(host, deadline.milliseconds, isSafe)
    throw networkError(error, host, isSafe)
  }
}

/** Why the caller gave up: for a reason of its own, because its time was over, or because it is not wanted any more. */
function stopError(reason: unknown, host: string, isSafe: boolean): HandrailError {
  const own = handrailErrorIn(reason)
  if (own) return own
  return reason instanceof Error && reason.name === 'TimeoutError'
    ? timeoutError(host, null, isSafe)
    : cancelled(host, isSafe)
}

function cancelled(host: string, isSafe: boolean): HandrailError {
  return new HandrailError({
    code: 'cancelled',
    who: 'user',
    retry: isSafe ? 'after' : 'unknown',
    message: `The call to ${host} was stopped before its answer came.`,
  })
}

function tooManyRedirects(url: URL, what: string): HandrailError {
  return new HandrailError({
    code: 'bad_answer',
    who: 'user',
    retry: 'no',
    message: `${url.host} ${what}. Use the address that it leads to.`,
  })
}
