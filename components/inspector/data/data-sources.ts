import { titleOf } from '@/components/canvas/card/title-of'
import { listOrder } from '@/components/editor/list/list-order'
import { wholeIndex } from '@/components/editor/store/node-index'
import { iconOf } from '@/components/marks/connector-icon'
import { getAction } from '@/lib/connectors'
import type { ActionCatalog } from '@/lib/connectors/contract'
import type { WorkflowDocument, WorkflowNode } from '@/lib/workflow/document'
import { bodyOf, type Drawn, type Level, levelOf } from '@/lib/workflow/levels'
import { kindOf } from '@/lib/workflow/nodes/node-kinds'
import { errorOutput, type OutputTypes, outputTypes } from '@/lib/workflow/output-types'
import type { ValueType } from '@/lib/workflow/value-type'
import type { WorkflowCatalog } from '@/lib/workflow/workflow-catalog'

const noBody: Drawn = { nodes: [], edges: [] }

export const actionCatalog: ActionCatalog = { get: getAction }

/** An earlier step whose output a field may take data from. */
export type DataSource = {
  readonly id: string
  readonly title: string
  readonly icon: string
  readonly type: ValueType
  /** How many lines back it is: the nearest come first. */
  readonly distance: number
  /** A loop seen from the inside: its item, not what it gives. */
  readonly isInside?: boolean
}

/**
 * All steps that come before a node, nearest first; inside of loops also the item, and what comes before the loop.
 * `within`: for a field that the node fills in for each of its own items.
 */
export function dataSourcesOf(
  document: WorkflowDocument,
  nodeId: string,
  { within = false, workflows }: { within?: boolean; workflows?: WorkflowCatalog } = {},
): readonly DataSource[] {
  const types = outputTypes(document, actionCatalog, workflows)
  const sources: DataSource[] = []
  const own = wholeIndex(document).get(nodeId)
  if (within && own) {
    // What is done last stands nearest to the end of an item.
    for (const node of listOrder(bodyOf(own) ?? noBody).toReversed())
      sources.push(...outputOf(node, types.of(node.id), 0))
    sources.push(...insideOf(own, types, 0))
  }
  let farthest = 0
  let reader = nodeId
  for (let level = levelOf(document, nodeId) ?? null; level; level = level.outer) {
    const before = stepsBefore(level, reader, types).map((source) => ({
      ...source,
      distance: source.distance + farthest,
    }))
    sources.push(...before)
    farthest = Math.max(farthest, ...before.map(({ distance }) => distance)) + 1
    if (!level.loop) break
    sources.push(...insideOf(level.loop, types, farthest))
    reader = level.loop.id
  }
  return sources
}

/** What a loop offers inside: the item, its place. */
function insideOf(loop: WorkflowNode, types: OutputTypes, distance: number): readonly DataSource[] {
  const type = types.inside(loop.id)
  return type
    ? [{ id: loop.id, title: titleOf(loop), icon: iconOfNode(loop), type, distance, isInside: true }]
    : []
}

function outputOf(node: WorkflowNode, type: ValueType | undefined, distance: number): readonly DataSource[] {
  if (!kindOf(node).runs || !type) return []
  return [{ id: node.id, title: titleOf(node), icon: iconOfNode(node), type, distance }]
}

function stepsBefore(level: Level, nodeId: string, types: OutputTypes): readonly DataSource[] {
  const nodes = new Map(level.nodes.map((node) => [node.id, node]))
  const before = Map.groupBy(level.edges, (edge) => edge.to)
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
    return node ? outputOf(node, viaError ? errorOutput : types.of(id), distance) : []
  })
}

export function iconOfNode(node: WorkflowNode): string {
  return iconOf(node.type, node.type === 'action' ? node.action : null)
}
