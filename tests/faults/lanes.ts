import { removeData } from '../support/app-process'
import { invariantsOf } from './invariants'
import { type Finding, linesOf } from './report'
import { startWorld, type World } from './world'

export type Run = (world: World, count: number, say: (line: string) => void) => Promise<Finding>

/** A scenario, and how often it strikes. */
export type Task = {
  readonly id: string
  readonly run: Run
  readonly count: number
  /** Its effects stand in the ledger of a copy that is gone. */
  readonly isElsewhere?: boolean
}

export type Found = {
  readonly findings: readonly Finding[]
  /** What the database says of its durability. */
  readonly settings: Readonly<Record<string, string>>
}

/**
 * Carries out the tasks in so many worlds side by side, each with a product, a database and far sides of its own; a world
 * that is free takes the next. What holds whenever nothing is under way is checked after each.
 */
export async function carryOut(
  tasks: readonly Task[],
  lanes: number,
  say: (line: string) => void,
): Promise<Found> {
  const queue = [...tasks]
  const findings: Finding[] = []
  let settings: Found['settings'] = {}
  const lane = async (world: World) => {
    try {
      const invariants = await invariantsOf(world)
      settings = await durability(world)
      for (let task = queue.shift(); task; task = queue.shift()) {
        const begun = performance.now()
        const finding = await carryOne(world, task, say)
        const broken = await invariants.broken({ isRecorded: task.isElsewhere !== true })
        const whole = { ...finding, failed: [...finding.failed, ...broken] }
        findings.push(whole)
        // Said at once too: a long run that is broken off has not been for nothing.
        for (const line of linesOf(whole)) say(line)
        say(`${task.id} took ${((performance.now() - begun) / 1000).toFixed(0)} s`)
      }
    } finally {
      await world.stop()
      removeData(world.app())
    }
  }
  const underWay: Promise<void>[] = []
  // One after the other: each looks for free ports.
  for (let place = 0; place < Math.min(lanes, tasks.length); place++) underWay.push(lane(await startWorld()))
  await Promise.all(underWay)
  return { findings: findings.sort((a, b) => a.id.localeCompare(b.id)), settings }
}

async function carryOne(world: World, { id, run, count }: Task, say: (line: string) => void) {
  const finding = await run(world, count, say).catch((error: unknown) => brokenOff(id, error))
  const { child } = world.app()
  if (child.exitCode !== null || child.signalCode !== null) await world.restart()
  return finding
}

/** What a scenario that came to no end found: that it did not. */
function brokenOff(id: string, error: unknown): Finding {
  const failed = [error instanceof Error ? error.message : String(error)]
  return { id, what: 'came to no end', n: 0, lost: 0, doubled: 0, failed, unknown: [], recoveries: [] }
}

async function durability({ sql }: World): Promise<Record<string, string>> {
  const values: Record<string, string> = {}
  for (const name of ['fsync', 'synchronous_commit', 'full_page_writes']) {
    const [row] = await sql.unsafe(`show ${name}`)
    values[name] = String(row?.[name])
  }
  return values
}
