import { createHash } from 'node:crypto'
import { isId, type RunId } from '@/lib/core/ids'

/** The one run that belongs to an occurrence of a trigger: a delivery of a webhook, a tick of a schedule. */
export function runIdOf(triggerId: string, occurrence: string): RunId {
  const digest = createHash('sha256').update(`${triggerId}\n${occurrence}`).digest('hex')
  const id = `run_${digest.slice(0, 32)}`
  if (!isId<RunId>('run', id)) throw new TypeError(`${id} is no id of a run`)
  return id
}
