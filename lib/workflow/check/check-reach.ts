import type { Graph } from '../graph'
import type { Issue } from '../issue'
import type { Level } from '../levels'
import { kindOf } from '../nodes/node-kinds'
import { issueAt, quoted } from './context'

/** A workflow starts somewhere, and what no trigger leads to never runs. A loop starts what no line leads to. */
export function checkReach({ loop }: Level, graph: Graph): readonly Issue[] {
  if (loop) return []
  const issues: Issue[] = []
  if (graph.triggers.length === 0) {
    const isOff = [...graph.nodes.values()].some(({ node }) => kindOf(node).isTrigger)
    const mend = isOff ? 'Switch one of its triggers on.' : 'Add a trigger: a form, a schedule or a webhook.'
    issues.push({ code: 'no_trigger', severity: 'error', message: `Nothing starts this workflow. ${mend}` })
    return issues
  }
  const reached = new Set(graph.triggers)
  const open = [...graph.triggers]
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    for (const { to } of graph.nodes.get(id)?.outputs ?? []) {
      if (reached.has(to)) continue
      reached.add(to)
      open.push(to)
    }
  }
  for (const [id, { node }] of graph.nodes) {
    if (reached.has(id) || node.disabled || kindOf(node).isTrigger) continue
    const message = `No line from a trigger leads to ${quoted(node)}, so it never runs. Connect it, or remove it.`
    issues.push(issueAt(node, 'unreachable', message, { severity: 'warning' }))
  }
  return issues
}
