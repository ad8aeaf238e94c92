import { setTimeout as delay } from 'node:timers/promises'
import { doubledIn, effectsIn, type Finding } from './report'
import { approveAll, everyKind, publish, settle, startRun } from './workload'
import type { World } from './world'
import { installWriteGate, type WriteGate } from './write-gate'

/**
 * F01: a SIGKILL at every boundary. One undisturbed run tells how many transactions a run commits; then, for each of
 * them, a run is stopped inside that transaction, the process is killed, and a new one has to finish the run.
 */
export async function stepBoundaries(
  world: World,
  rounds: number,
  say: (line: string) => void,
): Promise<Finding> {
  const gate = await installWriteGate(world.sql)
  const workflow = await publish(world, 'F01', everyKind(world))
  await gate.count()
  await settle(world, [await startRun(world, workflow, 0)])
  const boundaries = await gate.counted()
  say(`F01: ${boundaries} transactions in an undisturbed run, ${rounds} kills at each`)
  const before = await world.far.effects()
  const recoveries: number[] = []
  const slow: string[] = []
  const unknown: string[] = []
  const failed: string[] = []
  let lost = 0
  let struck = 0
  for (let round = 0; round < rounds; round++) {
    for (let boundary = 0; boundary < boundaries; boundary++) {
      const run = await strike(world, gate, workflow, boundary)
      const started = performance.now()
      await world.restart()
      try {
        const settled = await settle(world, run ? [run] : [])
        unknown.push(...settled.unknown)
        failed.push(...settled.failed)
      } catch (error) {
        lost++
        say(`F01 boundary ${boundary}: ${error instanceof Error ? error.message : error}`)
      }
      struck++
      const recovery = performance.now() - started
      recoveries.push(recovery)
      if (recovery > 20_000)
        slow.push(`boundary ${boundary} took ${(recovery / 1000).toFixed(0)} s (${run ?? 'no run'})`)
    }
    say(`F01: round ${round + 1} of ${rounds} done`)
  }
  await gate.release()
  const after = await world.far.effects()
  return {
    id: 'F01',
    what: 'SIGKILL inside each transaction of a run with every kind of node',
    n: struck,
    lost,
    doubled: doubledIn(after) - doubledIn(before),
    failed,
    unknown,
    recoveries,
    notes: [
      `${effectsIn(after) - effectsIn(before)} marked effects carried out; recovery includes the run's own wait of 1 s`,
      ...slow,
    ],
  }
}

/** Starts a run, waits until its chosen transaction is stopped, and kills. Undefined when the start itself was struck. */
async function strike(
  world: World,
  gate: WriteGate,
  workflow: string,
  boundary: number,
): Promise<string | undefined> {
  await gate.hold(boundary)
  const starting = startRun(world, workflow, boundary).catch(() => undefined)
  const until = performance.now() + 15_000
  // People act meanwhile: a boundary behind the approval is reached only when somebody approves.
  const acting = new AbortController()
  const people = (async () => {
    while (!acting.signal.aborted) {
      await approveAll(world)
      await delay(30)
    }
  })()
  while (!(await gate.isHolding()) && performance.now() < until) await delay(10)
  await world.app().kill()
  acting.abort()
  await people
  await gate.release()
  const run = await starting
  if (run) return run
  // The answer was lost with the process; what was committed by then must be finished all the same.
  const [row] = await world.sql<
    { id: string }[]
  >`select id from runs where status not in ('succeeded', 'failed', 'cancelled') limit 1`
  return row?.id
}
