/** One thing that is wrong with a document, where, and how to mend it. */
export type Issue = {
  readonly code:
    | 'invalid_shape'
    | 'too_large'
    | 'no_trigger'
    | 'duplicate_id'
    | 'unknown_action'
    | 'unknown_node'
    | 'unknown_exit'
    | 'cycle'
    | 'unreachable'
    | 'missing_field'
    | 'missing_connection'
    | 'wrong_connection'
    | 'broken_reference'
    | 'may_be_missing'
    | 'wrong_type'
    | 'bad_expression'
    | 'bad_schedule'
    | 'no_approvers'
    | 'gate_missing'
    | 'more_issues'
    | 'unknown_workflow'
    | 'recursion'
  /** Errors keep a workflow from being published; warnings do not. */
  readonly severity: 'error' | 'warning'
  /** The node it is about; absent for the document as a whole. */
  readonly node?: string
  /** The field within the node, as a dotted path (`input.repo`). */
  readonly field?: string
  /** What is wrong, then how to mend it. */
  readonly message: string
}

/** More than anyone mends in one go; a hostile document of 1 MB could have tens of thousands. */
const listed = 200

/** The issues as they are listed: errors first, and when there are too many, in the end how many are left out. */
export function listedIssues(issues: readonly Issue[]): readonly Issue[] {
  const errors = issues.filter(({ severity }) => severity === 'error')
  const sorted = [...errors, ...issues.filter(({ severity }) => severity !== 'error')]
  const left = sorted.slice(listed)
  if (left.length === 0 || sorted[listed]?.code === 'more_issues') return sorted
  const message = `And ${left.length} more, which are not listed. Mend these first.`
  return [
    ...sorted.slice(0, listed),
    { code: 'more_issues', severity: left[0]?.severity ?? 'error', message },
  ]
}
