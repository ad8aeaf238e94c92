import type { ActionCatalog } from '../../connectors/contract'

/** What a sentence is told beside its node. */
export type SentenceContext = {
  readonly actions: ActionCatalog
  /** How the other nodes are called, by id. */
  readonly names: ReadonlyMap<string, string>
  /** How people are called, by id. */
  readonly people?: ReadonlyMap<string, string>
}
