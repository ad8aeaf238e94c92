import type { Issue } from '@/lib/workflow/issue'

export type Problem = {
  status: number
  code: string
  message: string
  field?: string
  issues?: readonly Issue[]
}

const fallback = (status: number): Problem => ({
  status,
  code: status >= 500 ? 'internal' : 'bad_request',
  message:
    status >= 500
      ? 'Handrail could not do that just now. Try again in a moment.'
      : 'Handrail refused that. Reload the page and try again.',
})

/** Reads the problem details of an answer; anything else (a proxy's page) becomes a plain sentence. */
export function toProblem(status: number, body: string): Problem {
  let problem: unknown
  try {
    problem = JSON.parse(body)
  } catch {
    return fallback(status)
  }
  if (typeof problem !== 'object' || problem === null) return fallback(status)
  const plain = fallback(status)
  const detail = 'detail' in problem && typeof problem.detail === 'string' ? problem.detail : null
  const title = 'title' in problem && typeof problem.title === 'string' ? problem.title : null
  const issues = 'issues' in problem && Array.isArray(problem.issues) ? problem.issues.filter(isIssue) : []
  return {
    status,
    code: 'code' in problem && typeof problem.code === 'string' ? problem.code : plain.code,
    message: detail ?? title ?? plain.message,
    ...('field' in problem && typeof problem.field === 'string' ? { field: problem.field } : {}),
    ...(issues.length > 0 ? { issues } : {}),
  }
}

function isIssue(value: unknown): value is Issue {
  return (
    typeof value === 'object' && value !== null && 'message' in value && typeof value.message === 'string'
  )
}
