import type { Issue } from '@/lib/workflow/issue'

/** An answer of `/api/v1` that says no: RFC 9457 problem details as an error. `message` is for people. */
export class ApiError extends Error {
  override readonly name = 'ApiError'
  readonly status: number
  readonly code: string
  readonly field: string | undefined
  readonly issues: readonly Issue[]

  constructor(problem: {
    status: number
    code: string
    message: string
    field?: string
    issues?: readonly Issue[]
  }) {
    super(problem.message)
    this.status = problem.status
    this.code = problem.code
    this.field = problem.field
    this.issues = problem.issues ?? []
  }
}

/** The sentence to show for anything that was thrown. */
export function messageOf(error: unknown): string {
  if (error instanceof ApiError) return error.message
  return 'Something went wrong in this page. Reload it and try again.'
}

/** What was wrong with one field of a form, from what its call threw. `any` says whether it names a field at all. */
export function fieldError(error: unknown): ((field: string) => string | null) & { readonly any: boolean } {
  const named = error instanceof ApiError ? error.field : undefined
  const ask = (field: string) => (field === named ? messageOf(error) : null)
  return Object.assign(ask, { any: named !== undefined })
}
