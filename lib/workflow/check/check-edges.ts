import type { Edge } from '../document'
import type { Issue } from '../issue'
import type { Level } from '../levels'
import { exitsOf } from '../nodes/exits-of'
import { kindOf } from '../nodes/node-kinds'
import { issueAt, type NodeCheck, quoted } from './context'

/** Each line goes from an exit that is there to a node that can be entered. */
export function checkEdges({ edges }: Level, check: NodeCheck): readonly Issue[] {
  return edges.flatMap((edge) => [...checkStart(edge, check), ...checkEnd(edge, check)])
}

function checkStart({ from, exit, to }: Edge, { nodes, ids, suggest }: NodeCheck): readonly Issue[] {
  const node = nodes.get(from)
  if (!node)
    return ids.has(from) ? [] : [unknownNode(`A line leads to "${to}" from "${from}"`, suggest(from, ids))]
  const exits = exitsOf(node).map((one) => one.exit)
  if (exits.includes(exit)) return []
  const meant = suggest(exit, exits)
  const hint = meant
    ? `Did you mean "${meant}"?`
    : exits.length > 0
      ? `Its exits are ${exits.join(', ')}.`
      : 'Nothing leads out of it: remove the line.'
  return [issueAt(node, 'unknown_exit', `${quoted(node)} has no exit "${exit}". ${hint}`)]
}

function checkEnd({ from, to }: Edge, { nodes, ids, suggest }: NodeCheck): readonly Issue[] {
  const node = nodes.get(to)
  if (!node)
    return ids.has(to) ? [] : [unknownNode(`A line leads from "${from}" to "${to}"`, suggest(to, ids))]
  const kind = kindOf(node)
  if (kind.isTrigger) {
    return [
      issueAt(
        node,
        'invalid_shape',
        `A line leads to ${quoted(node)}, but a trigger is where a run starts. Remove the line.`,
      ),
    ]
  }
  return kind.runs
    ? []
    : [issueAt(node, 'invalid_shape', `A line leads to the note ${quoted(node)}. Remove the line.`)]
}

function unknownNode(what: string, meant: string | undefined): Issue {
  return {
    code: 'unknown_node',
    severity: 'error',
    message: `${what}, which is not there.${meant ? ` Did you mean "${meant}"?` : ' Remove the line.'}`,
  }
}
