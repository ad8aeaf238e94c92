import { titleOf } from '@/components/canvas/card/title-of'
import { iconOf } from '@/components/marks/connector-icon'
import { getAction } from '@/lib/connectors'
import type { ActionCatalog } from '@/lib/connectors/contract'
import type { WorkflowDocument, WorkflowNode } from '@/lib/workflow/document'
import { kindOf } from '@/lib/workflow/nodes/node-kinds'
import { errorOutput, outputTypes } from '@/lib/workflow/output-types'
import type { ValueType } from '@/lib/workflow/value-type'

export const actionCatalog: ActionCatalog = { get: getAction }

/** An earlier step whose output a field may take data from. */
export type DataSource = {
  readonly id: string
  readonly title: string
  readonly icon: string
  readonly type: ValueType
  /** How many lines back it is: the nearest come first. */
  readonly distance: number
}

/** All steps that come before a node, nearest first. */
export function dataSourcesOf(document: WorkflowDocument, nodeId: string): readonly DataSource[] {
  const nodes = new Map(document.nodes.map((node) => [node.id, node]))
  const types = outputTypes(document, actionCatalog)
  const before = Map.groupBy(document.edges, (edge) => edge.to)
  const distances = new Map<string, { distance: number; viaError: boolean }>()
  let frontier = [nodeId]
  for (let distance = 1; frontier.length > 0; distance += 1) {
    const next: string[] = []
    for (const id of frontier) {
      for (const edge of before.get(id) ?? []) {
        if (distances.has(edge.from) || edge.from === nodeId) continue
        distances.set(edge.from, { distance, viaError: edge.exit === 'error' })
        next.push(edge.from)
      }
    }
    frontier = next
  }
  return [...distances].flatMap(([id, { distance, viaError }]) => {
    const node = nodes.get(id)
    if (!node || !kindOf(node).runs) return []
    const type = viaError ? errorOutput : types.of(id)
    return type ? [{ id, title: titleOf(node), icon: iconOfNode(node), type, distance }] : []
  })
}

export function iconOfNode(node: WorkflowNode): string {
  return iconOf(node.type, node.type === 'action' ? node.action : null)
}
