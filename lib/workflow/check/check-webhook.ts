import { durationMs } from '../../core/duration'
import type { NodeOf } from '../document'
import type { Issue } from '../issue'
import { issueAt, quoted } from './context'

const longestMs = 120_000

/**
 * Its caller is kept for a time that callers and what stands between bear, a signature of one's own stands in a header
 * that is named, and what tells deliveries apart can be there.
 */
export function checkWebhook(node: NodeOf<'trigger.webhook'>): readonly Issue[] {
  const { within, proof, key, methods } = node.config
  const issues: Issue[] = []
  const ms = within === undefined ? longestMs : (durationMs(within) ?? 0)
  if (ms < 1_000 || ms > longestMs) {
    const message = `${quoted(node)} keeps its caller for longer than callers wait. Choose between 1 second and 2 minutes.`
    issues.push(issueAt(node, 'wrong_type', message, { field: 'config.within' }))
  }
  if (proof?.by === 'signature' && proof.style === 'plain' && !proof.header) {
    const message = `${quoted(node)} does not say in which header the signature stands. Write its name, such as X-Signature.`
    issues.push(issueAt(node, 'missing_field', message, { field: 'config.proof.header' }))
  }
  if (key && 'body' in key && methods && !methods.some((method) => method !== 'GET')) {
    const message = `${quoted(node)} tells deliveries apart by their body, but takes only GET, which has none. Use a header, or allow POST.`
    issues.push(issueAt(node, 'wrong_type', message, { field: 'config.key' }))
  }
  return issues
}
