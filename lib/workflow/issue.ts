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
  /** Errors keep a workflow from being published; warnings do not. */
  readonly severity: 'error' | 'warning'
  /** The node it is about; absent for the document as a whole. */
  readonly node?: string
  /** The field within the node, as a dotted path (`input.repo`). */
  readonly field?: string
  /** What is wrong, then how to mend it. */
  readonly message: string
}
