import { type ErrorDetails, HandrailError } from '../core/errors'
import { shorten } from '../core/shorten'
import { retryAfterOf } from './retry-after'

/** An answer that is no success, with what is needed to say so in words. */
export type FailedAnswer = {
  /** The product: `GitHub`. */
  readonly service: string
  /** The connection's name, where one is known. */
  readonly connection?: string | undefined
  readonly status: number
  readonly headers: { get(name: string): string | null }
  /** The far side's own words, already a short text. They were written by others. */
  readonly said?: string | undefined
  /** The scopes that the action needs, for the message about a missing one. */
  readonly scopes?: readonly string[]
  /** The input's field that the far side finds wrong. */
  readonly field?: string | undefined
  /** Asking again does no harm, whatever happened. */
  readonly isSafe: boolean
  readonly now: number
}

/** The one map from a status to an error: who must act, whether to try again, what to say. */
export function answerError(answer: FailedAnswer): HandrailError {
  return new HandrailError({
    ...detailsOf(answer),
    ...(answer.said ? { detail: shorten(answer.said, 500) } : {}),
  })
}

function detailsOf(answer: FailedAnswer): ErrorDetails {
  const { service, status, said } = answer
  const words = said ? ` It says: “${shorten(said, 160)}”` : ''
  if (isRateLimit(answer)) return rateLimited(answer)
  switch (status) {
    case 401:
      return {
        code: 'reconnect',
        who: 'user',
        retry: 'no',
        message: `${service} refuses this token (401). ${reconnect(answer)}`,
      }
    case 403:
      return {
        code: 'missing_scope',
        who: 'user',
        retry: 'no',
        message: `${service} does not allow this token to do that (403).${words} ${scopeAdvice(answer)}`,
      }
    case 404:
    case 410:
      return {
        code: 'not_found',
        who: 'user',
        retry: 'no',
        ...fieldOf(answer),
        message: `${service} has no such thing, or this connection may not see it (${status}). Check what the fields name.`,
      }
    case 408:
      return failed(answer, `${service} waited too long for the request (408).`)
    case 409:
      return {
        code: 'conflict',
        who: 'user',
        retry: 'no',
        ...fieldOf(answer),
        message: `${service} refuses because something there has changed or exists already (409).${words} Look at it, then run the step again.`,
      }
    case 413:
      return {
        code: 'too_large',
        who: 'user',
        retry: 'no',
        message: `What was sent is too large for ${service} (413). Send less.`,
      }
    case 400:
    case 422:
      return {
        code: 'invalid_input',
        who: 'user',
        retry: 'no',
        ...fieldOf(answer),
        message: `${service} does not accept these values (${status}).${words} Mend the step's fields.`,
      }
    default:
      return status >= 500
        ? failed(answer, `${service} failed (${status}).${words}`)
        : {
            code: 'bad_answer',
            who: 'user',
            retry: 'no',
            message: `${service} answered with status ${status}, which this step does not expect.${words} Check its fields.`,
          }
  }
}

/** GitHub and Google use 403 for both; what tells them apart is an exhausted limit or a time to wait. */
function isRateLimit({ status, headers, said }: FailedAnswer): boolean {
  if (status === 429) return true
  if (status !== 403) return false
  const isExhausted = headers.get('x-ratelimit-remaining') === '0' || headers.get('retry-after') !== null
  return isExhausted || /rate.?limit|abuse detection/i.test(said ?? '')
}

function rateLimited(answer: FailedAnswer): ErrorDetails {
  const retryAfterMs = retryAfterOf(answer.headers, answer.now) ?? 60_000
  const seconds = Math.ceil(retryAfterMs / 1000)
  return {
    code: 'rate_limited',
    who: 'user',
    retry: 'after',
    retryAfterMs,
    message: `${answer.service} limits how often it may be called (${answer.status}). It can be called again in ${seconds} s.`,
  }
}

/** A server that failed may have done the work first; only what is safe to repeat is simply tried again. */
function failed(answer: FailedAnswer, what: string): ErrorDetails {
  const retryAfterMs = retryAfterOf(answer.headers, answer.now)
  return {
    code: 'service_failed',
    who: 'user',
    retry: answer.isSafe ? 'after' : 'unknown',
    ...(retryAfterMs === undefined ? {} : { retryAfterMs }),
    message: `${what} ${answer.isSafe ? 'Try again later.' : 'The request may have been carried out: look there before you repeat it.'}`,
  }
}

function reconnect({ connection }: FailedAnswer): string {
  return `Reconnect ${connection ? `“${connection}”` : 'it'} in Connections.`
}

function scopeAdvice({ scopes, connection }: FailedAnswer): string {
  const where = connection ? `“${connection}”` : 'the connection'
  const needed = scopes?.length ? ` with the scope ${scopes.join(', ')}` : ''
  return `Give ${where} a token${needed || ' that may'}, in Connections.`
}

function fieldOf({ field }: FailedAnswer): { readonly field?: string } {
  return field ? { field } : {}
}
