import { isAnswerHeader } from '../answer-header'
import type { NodeOf } from '../document'
import type { Issue } from '../issue'
import { issueAt, type NodeCheck, quoted } from './context'

/** It sets headers that are its to set, and somebody waits for it. */
export function checkRespond(node: NodeOf<'respond'>, { nodes }: NodeCheck): readonly Issue[] {
  const wrong = Object.keys(node.config.headers ?? {}).filter((name) => !isAnswerHeader(name))
  const issues = wrong.map((name) =>
    issueAt(
      node,
      'wrong_type',
      `${quoted(node)} may not set the header “${name}”. Set Content-Type, Location or a header of your own that begins with X-.`,
      { field: 'config.headers' },
    ),
  )
  const isAwaited = [...nodes.values()].some(
    (other) => other.type === 'trigger.webhook' && !other.disabled && other.config.answer === 'result',
  )
  if (isAwaited) return issues
  const message = `${quoted(node)} answers nobody, because no webhook of this workflow waits for it. Let the webhook answer with the result.`
  return [...issues, issueAt(node, 'unreachable', message, { severity: 'warning' })]
}
