/** Who can mend it: the person in front of it, the person who runs Handrail, or its makers. */
export type Responsible = 'user' | 'operator' | 'us'

/**
 * May the same call be made again? `no`: the answer would be the same. `after`: yes, later. `unknown`: it may
 * already have happened, so only an idempotent call or a person may decide.
 */
export type RetryAdvice = 'no' | 'after' | 'unknown'

export type ErrorCode =
  // the request
  | 'bad_request'
  | 'invalid_document'
  | 'invalid_input'
  | 'not_signed_in'
  | 'forbidden'
  | 'not_found'
  | 'conflict'
  | 'too_large'
  | 'rate_limited'
  | 'wrong_method'
  | 'wrong_kind'
  | 'not_proven'
  // a step
  | 'missing_value'
  | 'wrong_type'
  | 'expression_failed'
  | 'limit_reached'
  | 'timed_out'
  | 'cancelled'
  | 'stopped'
  | 'parked'
  | 'outcome_unknown'
  | 'no_model'
  | 'model_refused'
  | 'no_connection'
  // the far side
  | 'reconnect'
  | 'missing_scope'
  | 'blocked_address'
  | 'unreachable'
  | 'bad_answer'
  | 'service_failed'
  // Handrail
  | 'unavailable'
  | 'internal'

export type ErrorDetails = {
  readonly code: ErrorCode
  readonly who: Responsible
  readonly retry: RetryAdvice
  /** For people: what happened, then what to do. Never a stack, a secret or a raw answer. */
  readonly message: string
  /** For logs, already redacted. */
  readonly detail?: string
  /** Milliseconds to wait first, when the far side said so. */
  readonly retryAfterMs?: number
  /** The field of the input that is wrong, as a path (`input.number`). */
  readonly field?: string
  readonly cause?: unknown
}

/** The one error that is thrown on purpose. Anything else that is thrown is a defect of ours. */
export class HandrailError extends Error {
  override readonly name = 'HandrailError'
  readonly code: ErrorCode
  readonly who: Responsible
  readonly retry: RetryAdvice
  readonly detail: string | undefined
  readonly retryAfterMs: number | undefined
  readonly field: string | undefined

  constructor(details: ErrorDetails) {
    super(details.message, details.cause === undefined ? undefined : { cause: details.cause })
    this.code = details.code
    this.who = details.who
    this.retry = details.retry
    this.detail = details.detail
    this.retryAfterMs = details.retryAfterMs
    this.field = details.field
  }
}
