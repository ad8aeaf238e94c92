import { durationMs } from '../../core/duration'
import type { NodeOf } from '../document'
import type { Issue } from '../issue'
import { issueAt, quoted } from './context'

const longestMs = 120_000

/** Its caller is kept for a time that callers and what stands between bear. */
export function checkWebhook(node: NodeOf<'trigger.webhook'>): readonly Issue[] {
  const { within } = node.config
  const ms = within === undefined ? longestMs : (durationMs(within) ?? 0)
  if (ms >= 1_000 && ms <= longestMs) return []
  const message = `${quoted(node)} keeps its caller for longer than callers wait. Choose between 1 second and 2 minutes.`
  return [issueAt(node, 'wrong_type', message, { field: 'config.within' })]
}
