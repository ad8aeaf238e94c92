import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { invariantsOf } from './invariants'
import { broken, inWords, startLoad } from './load'
import { doubledIn, effectsIn, type Finding } from './report'
import { mountSmallDisk, type SmallDisk } from './small-disk'
import { oneMessage, publish, settle } from './workload'
import { startWorld, type World } from './world'

const megabytes = 320
const fullMs = 8_000
const continuesWithinMs = 30_000

const what = 'the disk of the database and of the data folder is full, and then not'

/** F11: the disk is full for a while, under load. It has an installation of its own: nobody else's disk is filled. */
export async function fullDisk(_: World, times: number, say: (line: string) => void): Promise<Finding> {
  const disk = mountSmallDisk(megabytes)
  if (typeof disk === 'string') {
    const nothing = { n: 0, lost: 0, doubled: 0, failed: [], unknown: [], recoveries: [] }
    return { id: 'F11', what, ...nothing, notRun: disk }
  }
  try {
    return await onDisk(disk, times, say)
  } finally {
    disk.free()
    disk.remove()
  }
}

async function onDisk(disk: SmallDisk, times: number, say: (line: string) => void): Promise<Finding> {
  // Where the product keeps its database, whoever it runs as: on this disk too.
  const cluster = join(disk.directory, 'database')
  mkdirSync(cluster, { mode: 0o755 })
  writeFileSync(join(disk.directory, 'postgres-place'), `${cluster}\n`)
  const world = await startWorld({ directory: disk.directory })
  try {
    const invariants = await invariantsOf(world)
    const workflow = await publish(world, 'F11', oneMessage(world))
    const load = startLoad(() => world.api, workflow, 60)
    const recoveries: number[] = []
    let acceptedWhileFull = 0
    let freedAt = 0
    for (let time = 0; time < times; time++) {
      await delay(2_000)
      const before = load.accepted.length
      await keepFull(disk)
      acceptedWhileFull += load.accepted.length - before
      freedAt = performance.now()
      recoveries.push(await untilAccepting(load.accepted))
    }
    await load.stop()
    const settled = await settle(world, load.accepted)
    const tookMs = performance.now() - freedAt
    const wrong = [...broken(load.answers), ...settled.failed]
    if (tookMs > continuesWithinMs)
      wrong.push(`the last run ended only ${(tookMs / 1000).toFixed(0)} s after there was room`)
    wrong.push(...(await invariants.broken({ isRecorded: true })))
    const effects = await world.far.effects()
    say(`F11: ${times} times full, ${load.accepted.length} runs accepted`)
    return {
      id: 'F11',
      what,
      n: times,
      lost: Math.max(0, load.accepted.length * 2 - effectsIn(effects)),
      doubled: doubledIn(effects),
      failed: wrong,
      unknown: settled.unknown,
      recoveries,
      notes: [
        `${fullMs / 1_000} s each; recovery: from the moment there is room until a run is accepted; all had ended ${(tookMs / 1000).toFixed(0)} s after it`,
        `${load.accepted.length} accepted, ${acceptedWhileFull} of them while it was full (their rows found room); answers: ${inWords(load.answers)}`,
      ],
    }
  } finally {
    disk.free()
    await world.stop()
  }
}

async function keepFull(disk: SmallDisk): Promise<void> {
  const until = performance.now() + fullMs
  while (performance.now() < until) {
    disk.fill()
    await delay(100)
  }
  disk.free()
}

async function untilAccepting(accepted: readonly string[]): Promise<number> {
  const begun = performance.now()
  const before = accepted.length
  while (accepted.length === before && performance.now() - begun < continuesWithinMs * 2) await delay(20)
  return performance.now() - begun
}
