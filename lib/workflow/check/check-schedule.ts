import { cronProblem } from '../cron-problem'
import type { NodeOf } from '../document'
import type { Issue } from '../issue'
import { issueAt, quoted } from './context'

/** The schedule can be read, its zone is known, and it comes round at all. */
export function checkSchedule(node: NodeOf<'trigger.schedule'>): readonly Issue[] {
  const issues: Issue[] = []
  const problem = cronProblem(node.config.cron)
  if (problem) {
    const message = `The schedule of ${quoted(node)} ${problem}. Write it like "0 9 * * 1-5": minute, hour, day, month, weekday.`
    issues.push(issueAt(node, 'bad_schedule', message, { field: 'config.cron' }))
  }
  if (!isZone(node.config.zone)) {
    const message = `The time zone "${node.config.zone}" of ${quoted(node)} is not known. Write it like "Europe/Berlin".`
    issues.push(issueAt(node, 'bad_schedule', message, { field: 'config.zone' }))
  }
  return issues
}

function isZone(zone: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone !== ''
  } catch {
    return false
  }
}
