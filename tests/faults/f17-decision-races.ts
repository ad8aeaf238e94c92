import { setTimeout as delay } from 'node:timers/promises'
import { approveOrCancel, approveOrChange, approveOrDismiss, approveOrRevoke, type Race } from './f17-races'
import { doubledIn, type Finding } from './report'
import { settle } from './workload'
import type { World } from './world'

const atOnce = 10

const races: Readonly<Record<string, Race>> = {
  cancelled: approveOrCancel,
  'its workflow changed': approveOrChange,
  'the approver shut out': approveOrDismiss,
  'its connection removed': approveOrRevoke,
}

/**
 * F17: a run is approved at the moment at which it is cancelled, its workflow gets another version, its approver is shut
 * out, or its connection is removed. One end each, and the effect agrees with it.
 */
export async function decisionRaces(
  world: World,
  times: number,
  say: (line: string) => void,
): Promise<Finding> {
  const before = await world.far.effects()
  const wrong: string[] = []
  const unknown: string[] = []
  const notes: string[] = []
  for (const [name, race] of Object.entries(races)) {
    const outcomes = new Map<string, number>()
    const { run } = await race(world)
    for (let done = 0; done < times; done += atOnce) {
      const size = Math.min(atOnce, times - done)
      const { ids, judge } = await run(done, size)
      const settled = await settle(world, ids)
      unknown.push(...settled.unknown)
      await quiet(world, ids)
      for (const { outcome, problem } of await judge(settled.failed)) {
        outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1)
        if (problem) wrong.push(`${name}: ${problem}`)
      }
    }
    notes.push(`${name}: ${[...outcomes].map(([outcome, count]) => `${count} ${outcome}`).join(', ')}`)
    if (outcomes.size < 2) notes.push(`${name}: only one side ever won, so little was tried`)
  }
  for (const note of notes) say(`F17: ${note}`)
  const after = await world.far.effects()
  return {
    id: 'F17',
    what: 'approved while cancelled, changed, or the approver or connection is taken away',
    n: times * Object.keys(races).length,
    lost: 0,
    doubled: doubledIn(after) - doubledIn(before),
    failed: wrong,
    unknown,
    recoveries: [],
    notes,
  }
}

/** A message that was on its way when its run ended is let finish. */
async function quiet({ sql }: World, runs: readonly string[]): Promise<void> {
  const until = performance.now() + 30_000
  while (performance.now() < until) {
    const [row] = await sql<{ open: number }[]>`
      select count(*)::int as open from effects where run_id = any(${[...runs]}) and status = 'sent'`
    if (row?.open === 0) return
    await delay(50)
  }
}
