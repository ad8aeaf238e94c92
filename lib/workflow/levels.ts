import type { Body, Edge, WorkflowDocument, WorkflowNode } from './document'
import { kindOf } from './nodes/node-kinds'

/** The nodes that stand on one canvas: those of the document, or of one loop's body. */
export type Level = {
  readonly nodes: readonly WorkflowNode[]
  readonly edges: readonly Edge[]
  /** The loop whose body this is; null for the document itself. */
  readonly loop: WorkflowNode | null
  /** The level that the loop stands on. */
  readonly outer: Level | null
}

/** What a loop does for each item; undefined for every other kind of node. */
export function bodyOf(node: WorkflowNode): Body | undefined {
  return kindOf(node).body?.of(node)
}

/** The same loop with another body. */
export function withBody(node: WorkflowNode, body: Body): WorkflowNode {
  return kindOf(node).body?.put(node, body) ?? node
}

/** Nodes and the lines between them: a document, or a level of one. */
export type Drawn = { readonly nodes: readonly WorkflowNode[]; readonly edges: readonly Edge[] }

/** A document's levels, outer ones first. */
export function levelsOf({ nodes, edges }: Drawn): readonly Level[] {
  const levels: Level[] = [{ nodes, edges, loop: null, outer: null }]
  for (const level of levels) {
    for (const loop of level.nodes) {
      const body = bodyOf(loop)
      if (body) levels.push({ ...body, loop, outer: level })
    }
  }
  return levels
}

/** The node on the document's own canvas that a node is or stands in. */
export function outermostOf(document: Drawn, nodeId: string): WorkflowNode | undefined {
  const level = levelOf(document, nodeId)
  return level && (loopsAround(level)[0] ?? level.nodes.find(({ id }) => id === nodeId))
}

/** All nodes of a document, those inside of loops too. */
export function allNodes(document: Drawn): readonly WorkflowNode[] {
  return levelsOf(document).flatMap(({ nodes }) => nodes)
}

/** The level that a node stands on. */
export function levelOf(document: Drawn, nodeId: string): Level | undefined {
  return levelsOf(document).find(({ nodes }) => nodes.some(({ id }) => id === nodeId))
}

/** The loops around a level, outermost first. */
export function loopsAround(level: Level): readonly WorkflowNode[] {
  const loops: WorkflowNode[] = []
  for (let at: Level | null = level; at; at = at.outer) if (at.loop) loops.unshift(at.loop)
  return loops
}

/** The same document with each of its nodes put through `map`, those inside of loops before the loops themselves. */
export function mapNodes<Shape extends Pick<WorkflowDocument, 'nodes'>>(
  document: Shape,
  map: (node: WorkflowNode) => WorkflowNode,
): Shape {
  const nodes = document.nodes.map((node) => {
    const body = bodyOf(node)
    return map(body ? withBody(node, mapNodes(body, map)) : node)
  })
  return { ...document, nodes }
}

/** The canvas inside of these loops (from the outside in) as a document of its own; the document where one is not there. */
export function documentInside(document: WorkflowDocument, loops: readonly string[]): WorkflowDocument {
  const [first, ...rest] = loops
  const loop = document.nodes.find(({ id }) => id === first)
  const body = loop && bodyOf(loop)
  return body ? documentInside({ ...document, ...body }, rest) : document
}

/** The document with that canvas changed. */
export function changeInside(
  document: WorkflowDocument,
  loops: readonly string[],
  change: (inside: WorkflowDocument) => WorkflowDocument,
): WorkflowDocument {
  const [first, ...rest] = loops
  if (first === undefined) return change(document)
  const nodes = document.nodes.map((node) => {
    const body = node.id === first ? bodyOf(node) : undefined
    if (!body) return node
    const inside = { ...document, ...body }
    const { nodes, edges } = changeInside(inside, rest, change)
    return nodes === body.nodes && edges === body.edges ? node : withBody(node, { nodes, edges })
  })
  return nodes.every((node, index) => node === document.nodes[index]) ? document : { ...document, nodes }
}

/** The canvas on which two states of a document differ, as the loops that lead to it; the outermost of several. */
export function changedPlace(before: Drawn, after: Drawn): readonly string[] | undefined {
  const levels = new Map(levelsOf(before).map((level) => [placeOf(level), level]))
  const changed = levelsOf(after).find((level) => {
    const old = levels.get(placeOf(level))
    return old && drawingOf(old) !== drawingOf(level)
  })
  return changed && loopsAround(changed).map(({ id }) => id)
}

function placeOf(level: Level): string {
  return loopsAround(level)
    .map(({ id }) => id)
    .join('/')
}

/** What stands on a canvas, without what its loops hold. */
function drawingOf({ nodes, edges }: Level): string {
  const empty: Body = { nodes: [], edges: [] }
  return JSON.stringify([nodes.map((node) => (bodyOf(node) ? withBody(node, empty) : node)), edges])
}
