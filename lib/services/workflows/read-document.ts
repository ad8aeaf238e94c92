import { IssuesError } from '@/lib/services/http/issues-error'
import { readDocument as readShape } from '@/lib/workflow/check/read-document'
import { documentSchema, type WorkflowDocument } from '@/lib/workflow/document'
import { type Issue, listedIssues } from '@/lib/workflow/issue'
import { atPresentVersion } from '@/lib/workflow/upgrade'

/**
 * Reads a document that came from outside, of this version or an older one, as a draft may be: its shape must be right, all else may be unfinished.
 * Throws `invalid_document` with every place that has not its shape.
 */
export function readDocument(given: unknown): WorkflowDocument {
  const value = atPresentVersion(given)
  const { issues } = readShape(value)
  if (issues.length > 0) throw invalidDocument(issues)
  return documentSchema.parse(value)
}

/** The error that lists what is wrong with a document. */
export function invalidDocument(all: readonly Issue[]): IssuesError<Issue> {
  const issues = listedIssues(all)
  const errors = issues.filter((issue) => issue.severity === 'error')
  const [first] = errors
  const isCut = errors.some(({ code }) => code === 'more_issues')
  const rest = isCut ? ' And many more.' : errors.length > 1 ? ` And ${errors.length - 1} more.` : ''
  return new IssuesError({
    code: 'invalid_document',
    who: 'user',
    retry: 'no',
    message: `${first?.message ?? 'The document is not right.'}${rest}`,
    issues,
  })
}
