import type { WorkflowDocument } from '../../workflow/document'

/** The practice connections that a sample is written for. */
export type SampleConnections = { readonly github: string; readonly slack: string }

/** A workflow that every new practice workspace has, published and ready to run. */
export type Sample = {
  readonly name: string
  readonly description: string
  document(connections: SampleConnections): WorkflowDocument
}
