import type { ActionCatalog } from '../../connectors/contract'
import type { WorkflowCatalog } from '../workflow-catalog'

/** What a sentence is told beside its node. */
export type SentenceContext = {
  readonly actions: ActionCatalog
  /** How the other nodes are called, by id. */
  readonly names: ReadonlyMap<string, string>
  /** How people are called, by id. */
  readonly people?: ReadonlyMap<string, string>
  /** The workflows that may be called. */
  readonly workflows?: WorkflowCatalog
}
