import { titleOf } from '@/components/canvas/card/title-of'
import { iconOf } from '@/components/marks/connector-icon'
import type { WorkflowDocument } from '@/lib/workflow/document'
import { allNodes } from '@/lib/workflow/levels'

type Names = {
  readonly names: ReadonlyMap<string, string>
  readonly icons: ReadonlyMap<string, string>
  readonly signature: string
}

const known = new WeakMap<WorkflowDocument, Names>()
let latest: Names | undefined

/**
 * How the steps of a document are called. The same object as long as no name changes, so that typing in one step
 * does not draw every card again.
 */
export function namesOf(document: WorkflowDocument): Names {
  const kept = known.get(document)
  if (kept) return kept
  const rows = allNodes(document).map(
    (node) =>
      [node.id, titleOf(node), iconOf(node.type, node.type === 'action' ? node.action : null)] as const,
  )
  const signature = JSON.stringify(rows)
  const found: Names =
    latest?.signature === signature
      ? latest
      : {
          names: new Map(rows.map(([id, name]) => [id, name])),
          icons: new Map(rows.map(([id, , icon]) => [id, icon])),
          signature,
        }
  latest = found
  known.set(document, found)
  return found
}
