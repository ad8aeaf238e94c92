import { doubledIn, effectsIn, type Finding } from './report'
import { strike } from './strike'
import { everyKind, publish, settle, startRun } from './workload'
import type { World } from './world'
import { installWriteGate, places } from './write-gate'

/**
 * F01: a SIGKILL at every boundary. One undisturbed run tells how many transactions a run commits; then, for each of
 * them, a run is stopped inside that transaction, the process is killed, and a new one has to finish the run. A kill
 * strikes several runs, each in a transaction of its own; a run that another one kept from its transaction is repeated.
 */
export async function stepBoundaries(
  world: World,
  rounds: number,
  say: (line: string) => void,
): Promise<Finding> {
  const gate = await installWriteGate(world.sql)
  const workflow = await publish(world, 'F01', everyKind(world))
  await gate.count(workflow, 0)
  await settle(world, [await startRun(world, workflow, 0)])
  const boundaries = await gate.counted()
  await gate.release()
  say(`F01: ${boundaries} transactions in an undisturbed run, ${rounds} kills at each`)
  const before = await world.far.effects()
  const tally = { kills: 0, struck: 0, lost: 0, missed: [] as number[] }
  const recoveries: number[] = []
  const slow: string[] = []
  const unknown: string[] = []
  const failed: string[] = []
  let number = 0
  const kill = async (transactions: readonly number[]): Promise<number[]> => {
    const targets = transactions.map((transaction) => ({ run: ++number, transaction }))
    const { runs, stopped } = await strike(world, gate, workflow, targets)
    tally.kills++
    tally.struck += stopped.size
    const started = performance.now()
    await world.restart()
    const ended = (run: string) => {
      const recovery = performance.now() - started
      recoveries.push(recovery)
      if (recovery > 20_000) slow.push(`${run} took ${(recovery / 1000).toFixed(0)} s (${transactions})`)
    }
    try {
      const settled = await settle(world, runs, { ended })
      unknown.push(...settled.unknown)
      failed.push(...settled.failed)
    } catch (error) {
      tally.lost++
      say(`F01 boundaries ${transactions}: ${error instanceof Error ? error.message : error}`)
    }
    return targets.filter(({ run }) => !stopped.has(run)).map(({ transaction }) => transaction)
  }
  for (let round = 0; round < rounds; round++) {
    const all = Array.from({ length: boundaries }, (_, transaction) => transaction)
    const again: number[] = []
    for (const batch of apart(all)) again.push(...(await kill(batch)))
    const alone: number[] = []
    for (const batch of apart(again)) alone.push(...(await kill(batch)))
    for (const transaction of alone) tally.missed.push(...(await kill([transaction])))
    say(
      `F01: round ${round + 1} of ${rounds} done, ${tally.struck} boundaries struck by ${tally.kills} kills`,
    )
  }
  await gate.remove()
  const after = await world.far.effects()
  return {
    id: 'F01',
    what: 'SIGKILL inside each transaction of a run with every kind of node',
    n: tally.struck,
    lost: tally.lost,
    doubled: doubledIn(after) - doubledIn(before),
    failed,
    unknown,
    recoveries,
    notes: [
      `${tally.kills} kills of up to ${places} runs; recovery is until a run's end, its own wait of 1 s included`,
      `${effectsIn(after) - effectsIn(before)} marked effects carried out`,
      ...(tally.missed.length > 0
        ? [`ended before their transaction three times: numbers ${tally.missed.join(', ')}`]
        : []),
      ...slow,
    ],
  }
}

/** In groups, whose members lie far from each other in a run. */
function apart(transactions: readonly number[]): number[][] {
  const groups = Math.ceil(transactions.length / places)
  return Array.from({ length: groups }, (_, group) =>
    transactions.filter((_, index) => index % groups === group),
  )
}
