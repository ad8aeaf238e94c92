import { durationMs } from '../../core/duration'
import type { NodeOf } from '../document'
import type { Issue } from '../issue'
import { momentOf } from '../moment'
import { issueAt, type NodeCheck, quoted } from './context'

const longestMs = 366 * 86_400_000

/** It waits for a time that can be waited for. */
export function checkWait(node: NodeOf<'wait'>, { types }: NodeCheck): readonly Issue[] {
  const { config } = node
  if (!('until' in config)) {
    const [field, length] =
      'for' in config
        ? (['config.for', config.for] as const)
        : (['config.deadline', config.deadline] as const)
    if (length === undefined || (durationMs(length) ?? 0) <= longestMs) return []
    const message = `${quoted(node)} waits longer than a year, which is the most. Choose a shorter time.`
    return [issueAt(node, 'wrong_type', message, { field })]
  }
  const { until } = config
  const isWrong =
    'value' in until
      ? momentOf(until.value) === undefined
      : !['any', 'text', 'number'].includes(types.ofBinding(until).kind)
  if (!isWrong) return []
  const message = `${quoted(node)} waits until something that is not a time. Write it as 2026-01-31T09:00:00Z, or choose a value that holds a time.`
  return [issueAt(node, 'wrong_type', message, { field: 'config.until' })]
}
