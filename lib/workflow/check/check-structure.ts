import { makeIsBefore } from '../before'
import { certaintyOf } from '../certainty'
import type { WorkflowDocument } from '../document'
import { makeGraph } from '../graph'
import type { Issue } from '../issue'
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
import { readDocument } from './read-document'

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
  const graph = makeGraph(document)
  const check: NodeCheck = {
    ...context,
    nodes: new Map(document.nodes.map((node) => [node.id, node])),
    ids: read.ids,
    graph,
    types: outputTypes(document, context.actions),
    isBefore: makeIsBefore(graph),
    certainty: certaintyOf(graph),
    suggest: makeSuggest(),
  }
  const isUnreadable = read.nodes.length === 0 && read.issues.length > 0
  return {
    document,
    issues: [
      ...read.issues,
      ...checkIds(document),
      ...checkEdges(document, check),
      ...checkCycles(document, graph),
      ...(isUnreadable ? [] : checkReach(graph)),
      ...document.nodes.flatMap((node) => [
        ...nodeChecks[node.type].check(node, check),
        ...checkSettings(node),
        ...checkExpressions(node),
        ...checkReferences(node, check),
      ]),
    ],
  }
}
