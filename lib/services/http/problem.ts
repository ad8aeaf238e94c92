import { isOutage } from '@/db/is-outage'
import type { ErrorCode } from '@/lib/core/errors'
import { HandrailError } from '@/lib/core/errors'
import type { Issue } from '@/lib/workflow/issue'

/** RFC 9457 problem details: the one shape of every error that the API answers with. */
export type Problem = {
  readonly type: string
  readonly title: string
  readonly status: number
  readonly detail: string
  readonly code: ErrorCode
  readonly field?: string
  readonly issues?: readonly Pick<Issue, 'message'>[]
  readonly requestId: string
}

const kinds: Partial<Record<ErrorCode, readonly [status: number, title: string]>> = {
  bad_request: [400, 'The request is not right'],
  not_signed_in: [401, 'Not signed in'],
  forbidden: [403, 'Not allowed'],
  not_found: [404, 'Not found'],
  conflict: [409, 'In conflict with the present state'],
  too_large: [413, 'Too large'],
  invalid_document: [422, 'The document is not right'],
  invalid_input: [422, 'The input is not right'],
  rate_limited: [429, 'Too many requests'],
  wrong_method: [405, 'Not called in this way'],
  wrong_kind: [415, 'Not taken in this form'],
  not_proven: [401, 'Not proven'],
  internal: [500, 'Something went wrong in Handrail'],
  unavailable: [503, 'Not available now'],
  unreachable: [502, 'The service could not be reached'],
  bad_answer: [502, 'The service gave an answer that makes no sense'],
  service_failed: [502, 'The service failed'],
  timed_out: [504, 'It took too long'],
}

/**
 * Turns what was thrown into a problem. What is not a `HandrailError` says nothing of itself but its request id; while the
 * database is away the caller is told to come again.
 */
export function toProblem(error: unknown, requestId: string): Problem {
  const known = error instanceof HandrailError ? error : isOutage(error) ? databaseAway : null
  const code = known?.code ?? 'internal'
  const [status, title] = kinds[code] ?? [422, 'It could not be done']
  return {
    type: `urn:handrail:problem:${code}`,
    title,
    status,
    detail:
      known?.message ??
      `Something went wrong in Handrail, and it was written to the log as ${requestId}. Try again; if it stays, tell the person who runs Handrail that number.`,
    code,
    ...(known?.field === undefined ? {} : { field: known.field }),
    ...(known && 'issues' in known && Array.isArray(known.issues) ? { issues: known.issues } : {}),
    requestId,
  }
}

const databaseAway = new HandrailError({
  code: 'unavailable',
  who: 'operator',
  retry: 'after',
  message: 'Handrail cannot reach its database at the moment. Try again in a few seconds.',
})

export function problemResponse(problem: Problem, headers: Readonly<Record<string, string>> = {}): Response {
  return new Response(JSON.stringify(problem), {
    status: problem.status,
    headers: { ...problemHeaders(problem), ...headers },
  })
}

export function problemHeaders(problem: Problem): Record<string, string> {
  return {
    'content-type': 'application/problem+json',
    'cache-control': 'no-store',
    'x-request-id': problem.requestId,
  }
}
