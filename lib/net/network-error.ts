import { HandrailError, type RetryAdvice } from '../core/errors'

/** The request never left: nothing can have happened. */
const neverSent: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'refuses connections',
  ENOTFOUND: 'has no address',
  EAI_AGAIN: 'could not be looked up',
  EHOSTUNREACH: 'cannot be reached',
  ENETUNREACH: 'cannot be reached',
  UND_ERR_CONNECT_TIMEOUT: 'did not take the connection in time',
}

const badCertificate = /^(CERT_|ERR_TLS|UNABLE_TO_|SELF_SIGNED|DEPTH_ZERO|ERR_SSL)/

/** What a failed request means. `isSafe`: it only read, so that asking again does no harm whatever happened. */
export function networkError(error: unknown, host: string, isSafe: boolean): HandrailError {
  const known = handrailErrorIn(error)
  if (known) return known
  if (findCause(error, (each) => (each instanceof Error && each.message === 'bad port' ? each : undefined))) {
    return new HandrailError({
      code: 'blocked_address',
      who: 'user',
      retry: 'no',
      message: `The port of ${host} belongs to another protocol than HTTP and is never called. Mend the address.`,
    })
  }
  const code = codeIn(error)
  const detail = `${code ?? ''} ${error instanceof Error ? error.message : String(error)}`.trim()
  const base = { code: 'unreachable', who: 'user', detail, cause: error } as const
  const reason = code === undefined ? undefined : neverSent[code]
  if (reason) {
    return new HandrailError({
      ...base,
      retry: 'after',
      message: `${host} ${reason}. Nothing was sent. Try again later.`,
    })
  }
  if (code && badCertificate.test(code)) {
    return new HandrailError({
      ...base,
      retry: 'no',
      message: `The certificate of ${host} cannot be trusted (${code}). Nothing was sent. Ask whoever runs it.`,
    })
  }
  return new HandrailError({
    ...base,
    retry: afterSending(isSafe),
    message: isSafe
      ? `${host} ended the connection before its answer was complete. Try again.`
      : `${host} ended the connection before it answered. The request may have been carried out.`,
  })
}

export function timeoutError(host: string, milliseconds: number | null, isSafe: boolean): HandrailError {
  const limit = milliseconds === null ? 'in time' : `within ${Math.round(milliseconds / 100) / 10} s`
  return new HandrailError({
    code: 'timed_out',
    who: 'user',
    retry: afterSending(isSafe),
    message: `${host} did not answer ${limit}.${isSafe ? ' Try again.' : ' The request may have been carried out.'}`,
  })
}

function afterSending(isSafe: boolean): RetryAdvice {
  return isSafe ? 'after' : 'unknown'
}

/** SDKs wrap what `fetch` threw; ours is somewhere among the causes. */
export function handrailErrorIn(error: unknown): HandrailError | undefined {
  return findCause(error, (each) => (each instanceof HandrailError ? each : undefined))
}

function codeIn(error: unknown): string | undefined {
  return findCause(error, (each) =>
    typeof each === 'object' && each !== null && 'code' in each && typeof each.code === 'string'
      ? each.code
      : undefined,
  )
}

function findCause<Found>(error: unknown, find: (error: unknown) => Found | undefined): Found | undefined {
  let each: unknown = error
  for (let depth = 0; depth < 8 && each !== undefined && each !== null; depth += 1) {
    const found = find(each)
    if (found !== undefined) return found
    if (each instanceof AggregateError && each.errors.length > 0) each = each.errors[0]
    else if (typeof each === 'object' && 'cause' in each) each = each.cause
    else if (typeof each === 'object' && 'original' in each) each = each.original
    else return undefined
  }
  return undefined
}
