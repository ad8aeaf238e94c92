import { HandrailError } from '../../core/errors'

/** A failed call of a model, told without the SDK's classes. */
export type ModelFailure =
  | {
      readonly kind: 'status'
      readonly status: number
      readonly code: string
      readonly said: string
      readonly retryAfterMs: number | null
    }
  | { readonly kind: 'timeout' | 'unreachable' | 'cut' | 'garbage' | 'empty'; readonly said: string }

/** One place that says what a model endpoint's failure means, who mends it and where. */
export function modelError(failure: ModelFailure, model: string): HandrailError {
  const detail = redact(failure.said).slice(0, 500)
  if (failure.kind === 'status') return statusError(failure, model, detail)
  if (failure.kind === 'timeout') {
    return error(
      'timed_out',
      'operator',
      'after',
      'The model did not answer in time. Try again later.',
      detail,
    )
  }
  if (failure.kind === 'unreachable') {
    return error(
      'unreachable',
      'operator',
      'after',
      'The model provider cannot be reached. Check its address under Settings → Models and that it is running.',
      detail,
    )
  }
  if (failure.kind === 'cut') {
    return error(
      'bad_answer',
      'operator',
      'after',
      "The model's answer broke off half way. Try again.",
      detail,
    )
  }
  const what = failure.kind === 'empty' ? 'nothing' : 'something that is not a model’s answer'
  return error(
    'bad_answer',
    'operator',
    'after',
    `The model provider answered with ${what}. Check its address and API under Settings → Models.`,
    detail,
  )
}

type StatusFailure = Extract<ModelFailure, { kind: 'status' }>

function statusError(failure: StatusFailure, model: string, detail: string): HandrailError {
  const { status, code, said } = failure
  const about = detail === '' ? '' : ` It says: "${detail.slice(0, 200)}"`
  if (status === 401) {
    const message = 'The model provider does not accept the key. Enter a working key under Settings → Models.'
    return error('reconnect', 'user', 'no', message, detail)
  }
  if (status === 403) {
    const message = `The key may not use the model "${model}". Allow it at the provider, or enter another key under Settings → Models.${about}`
    return error('missing_scope', 'user', 'no', message, detail)
  }
  if (status === 404 || code === 'model_not_found') return notFound(failure, model, detail)
  if (status === 429) return tooMany(failure, detail)
  if (
    status === 413 ||
    code === 'context_length_exceeded' ||
    /context (length|window)|too many tokens/i.test(said)
  ) {
    const message = `The text is longer than the model "${model}" can read. Give the agent less input, or choose a model that reads more.`
    return error('too_large', 'user', 'no', message, detail)
  }
  if (status === 408 || status === 504) {
    return error(
      'timed_out',
      'operator',
      'after',
      'The model did not answer in time. Try again later.',
      detail,
    )
  }
  if (status >= 500) {
    const message = `The model provider has a fault of its own (${status}). Try again later.`
    return error('service_failed', 'operator', 'after', message, detail, failure.retryAfterMs)
  }
  const message = `The model provider did not accept the request (${status}). Check the model and API under Settings → Models.${about}`
  return error('bad_request', 'user', 'no', message, detail)
}

function notFound(failure: StatusFailure, model: string, detail: string): HandrailError {
  const isModel = failure.code === 'model_not_found' || /model/i.test(failure.said)
  const message = isModel
    ? `The provider does not know the model "${model}". Choose another in the agent's settings or under Settings → Models.`
    : 'The model provider has nothing at this address. Check its address under Settings → Models, and whether it speaks Responses or only Chat Completions.'
  return error(isModel ? 'no_model' : 'not_found', 'user', 'no', message, detail)
}

function tooMany(failure: StatusFailure, detail: string): HandrailError {
  if (/insufficient_quota|billing/i.test(`${failure.code} ${failure.said}`)) {
    const message =
      'The credit at the model provider is used up. Add credit there, or choose another provider under Settings → Models.'
    return error('rate_limited', 'user', 'no', message, detail)
  }
  const message = 'The model provider asks to slow down. Try again later.'
  return error('rate_limited', 'operator', 'after', message, detail, failure.retryAfterMs)
}

function error(
  code: ConstructorParameters<typeof HandrailError>[0]['code'],
  who: 'user' | 'operator',
  retry: 'no' | 'after',
  message: string,
  detail: string,
  retryAfterMs: number | null = null,
): HandrailError {
  return new HandrailError({
    code,
    who,
    retry,
    message,
    ...(detail !== '' && { detail }),
    ...(retryAfterMs !== null && { retryAfterMs }),
  })
}

/** Providers quote keys in their complaints. */
function redact(text: string): string {
  return text.replace(/\b(sk|key|pk)-[\w*.-]+/gi, '[key]').replace(/Bearer\s+\S+/gi, 'Bearer [key]')
}
