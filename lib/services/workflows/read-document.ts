import { IssuesError } from '@/lib/services/http/issues-error'
import { documentSchema, maximumDocumentBytes, type WorkflowDocument } from '@/lib/workflow/document'
import type { Issue } from '@/lib/workflow/issue'

/** Reads a document that came from outside. Throws `invalid_document` with every place that has not its shape. */
export function readDocument(value: unknown): WorkflowDocument {
  const bytes = Buffer.byteLength(JSON.stringify(value ?? null), 'utf8')
  if (bytes > maximumDocumentBytes) {
    throw invalidDocument<Issue>([
      {
        code: 'too_large',
        severity: 'error',
        message: `The document has ${bytes} bytes; 1 MB is the most. Split it, or move long text out of it.`,
      },
    ])
  }
  const result = documentSchema.safeParse(value)
  if (result.success) return result.data
  throw invalidDocument<Issue>(
    result.error.issues.slice(0, 200).map((issue) => ({
      code: 'invalid_shape',
      severity: 'error',
      ...placeOf(value, issue.path),
      message: `${issue.path.join('.') || 'document'}: ${issue.message}`,
    })),
  )
}

/** The error that lists what is wrong with a document. */
export function invalidDocument<Found extends Pick<Issue, 'severity' | 'message'>>(
  issues: readonly Found[],
): IssuesError<Found> {
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

function placeOf(value: unknown, path: readonly PropertyKey[]): { node?: string; field?: string } {
  const [list, index, ...field] = path
  if (list !== 'nodes' || typeof index !== 'number') return {}
  const nodes: unknown = isRecord(value) ? value.nodes : undefined
  const node: unknown = Array.isArray(nodes) ? nodes[index] : undefined
  return {
    ...(isRecord(node) && typeof node.id === 'string' ? { node: node.id } : {}),
    ...(field.length > 0 ? { field: field.join('.') } : {}),
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}
