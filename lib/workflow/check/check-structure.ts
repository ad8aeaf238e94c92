import { makeIsBefore } from '../before'
import { certaintyOf } from '../certainty'
import type { WorkflowDocument, WorkflowNode } from '../document'
import { makeGraph } from '../graph'
import type { Issue } from '../issue'
import { type Level, levelsOf } from '../levels'
import { outputTypes } from '../output-types'
import { checkCycles } from './check-cycles'
import { checkEdges } from './check-edges'
import { checkExpressions } from './check-expressions'
import { checkIds } from './check-ids'
import { checkReach } from './check-reach'
import { checkReferences } from './check-references'
import { checkSettings } from './check-settings'
import type { CheckContext, NodeCheck } from './context'
import { makeSuggest } from './make-suggest'
import { nodeChecks } from './node-checks'
import { type ReadDocument, readDocument } from './read-document'

export type Checked = {
  readonly issues: readonly Issue[]
  /** What could be read, for checks that follow. */
  readonly document: WorkflowDocument
}

/**
 * Lists everything that is wrong with a document: pure, without network, and without stopping at the first. It takes
 * anything and never throws. What cannot be read is left out of the checks that follow, so that one bad node does not
 * hide the others. `lib/policy/check-document.ts` adds what the workspace's policy asks.
 */
export function checkStructure(input: unknown, context: CheckContext): Checked {
  const read = readDocument(input)
  const document: WorkflowDocument = { schema: 1, nodes: [...read.nodes], edges: [...read.edges] }
  const levels = levelsOf(document)
  const checks = new Map<Level, NodeCheck>()
  const shared = {
    ...context,
    ids: read.ids,
    types: outputTypes(document, context.actions, context.workflows),
    suggest: makeSuggest(),
  }
  for (const level of levels) {
    const graph = makeGraph(level)
    checks.set(level, {
      ...shared,
      level,
      outer: (level.outer && checks.get(level.outer)) ?? null,
      nodes: new Map(level.nodes.map((node) => [node.id, node])),
      graph,
      isBefore: makeIsBefore(graph),
      certainty: certaintyOf(graph),
    })
  }
  return {
    document,
    issues: [
      ...read.issues,
      ...checkIds(document),
      ...[...checks].flatMap(([level, check]) => checkLevel(level, check, read)),
    ],
  }
}

function checkLevel(level: Level, check: NodeCheck, read: ReadDocument): readonly Issue[] {
  const isUnreadable = read.nodes.length === 0 && read.issues.length > 0
  return [
    ...checkEdges(level, check),
    ...checkCycles(check.graph),
    ...(isUnreadable ? [] : checkReach(level, check.graph)),
    ...level.nodes.flatMap((node) => checkNode(node, check)),
  ]
}

function checkNode(node: WorkflowNode, check: NodeCheck): readonly Issue[] {
  return [
    ...nodeChecks[node.type].check(node, check),
    ...checkSettings(node),
    ...checkExpressions(node),
    ...checkReferences(node, check),
  ]
}
