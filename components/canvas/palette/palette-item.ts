import type { Effect } from '@/lib/connectors/contract'
import type { WorkflowNode } from '@/lib/workflow/document'

/** One row of the palette: something that can stand on the canvas. */
export type PaletteItem = {
  /** Permanent: `type:agent`, `action:github.issue.get`. Kept in the list of recent ones. */
  readonly key: string
  readonly group: string
  readonly title: string
  readonly summary: string
  /** For `ConnectorIcon`. */
  readonly icon: string
  readonly effect: Effect | null
  readonly isTrigger: boolean
  /** The connector whose account it needs. */
  readonly connector: string | null
  /** Further words by which it is found. */
  readonly keywords: readonly string[]
  make(id: string): WorkflowNode
}
