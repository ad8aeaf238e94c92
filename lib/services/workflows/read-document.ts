import { IssuesError } from '@/lib/services/http/issues-error'
import { readDocument as readShape } from '@/lib/workflow/check/read-document'
import { documentSchema, type WorkflowDocument } from '@/lib/workflow/document'
import type { Issue } from '@/lib/workflow/issue'

/**
 * Reads a document that came from outside, as a draft may be: its shape must be right, all else may be unfinished.
 * Throws `invalid_document` with every place that has not its shape.
 */
export function readDocument(value: unknown): WorkflowDocument {
  const { issues } = readShape(value)
  if (issues.length > 0) throw invalidDocument(issues)
  return documentSchema.parse(value)
}

/** The error that lists what is wrong with a document. */
export function invalidDocument(issues: readonly Issue[]): IssuesError<Issue> {
  const errors = issues.filter((issue) => issue.severity === 'error')
  const [first] = errors
  const rest = errors.length > 1 ? ` And ${errors.length - 1} more.` : ''
  return new IssuesError({
    code: 'invalid_document',
    who: 'user',
    retry: 'no',
    message: `${first?.message ?? 'The document is not right.'}${rest}`,
    issues,
  })
}
