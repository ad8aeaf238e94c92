import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { readPlace } from '../support/database-of'
import { broken, inWords, startLoad } from './load'
import { doubledIn, effectsIn, type Finding } from './report'
import { oneMessage, publish, settle } from './workload'
import type { World } from './world'

type Outages = {
  readonly id: string
  readonly what: string
  /** How the server is told to go: at once, as in a power cut, or in good order. */
  readonly signal: 'SIGQUIT' | 'SIGINT'
  /** Milliseconds, from and to. */
  readonly down: readonly [number, number]
  readonly apart: readonly [number, number]
}

/** F07: PostgreSQL is stopped at once and stays down for some seconds. */
export const databaseKilled = outages({
  id: 'F07',
  what: 'PostgreSQL stopped at once, as in a power cut, under load',
  signal: 'SIGQUIT',
  down: [1_000, 6_000],
  apart: [4_000, 6_000],
})

/** F08: PostgreSQL restarts again and again. */
export const databaseRestarts = outages({
  id: 'F08',
  what: 'PostgreSQL restarted every few seconds under load',
  signal: 'SIGINT',
  down: [0, 2_000],
  apart: [5_000, 10_000],
})

function outages({ id, what, signal, down, apart }: Outages) {
  return async (world: World, times: number, say: (line: string) => void): Promise<Finding> => {
    const workflow = await publish(world, id, oneMessage(world))
    const before = await world.far.effects()
    const load = startLoad(() => world.api, workflow, 60)
    const recoveries: number[] = []
    const wrong: string[] = []
    for (let time = 0; time < times; time++) {
      await delay(between(apart))
      await keepDown(world, signal, between(down))
      const back = performance.now()
      await accepts(world)
      recoveries.push(performance.now() - back)
      if (world.app().child.exitCode !== null)
        wrong.push(`the product ended: ${world.app().output().slice(-500)}`)
    }
    await load.stop()
    say(`${id}: ${load.accepted.length} runs accepted over ${times} outages`)
    wrong.push(...broken(load.answers))
    const settled = await settle(world, load.accepted)
    const after = await world.far.effects()
    const effects = effectsIn(after) - effectsIn(before)
    return {
      id,
      what,
      n: times,
      lost: Math.max(0, load.accepted.length * 2 - effects),
      doubled: doubledIn(after) - doubledIn(before),
      failed: [...wrong, ...settled.failed],
      unknown: settled.unknown,
      recoveries,
      notes: [
        'recovery: from the end of the outage until the product is healthy',
        `${load.accepted.length} accepted; answers: ${inWords(load.answers)}`,
      ],
    }
  }
}

const between = ([from, to]: readonly [number, number]): number => from + Math.random() * (to - from)

/** The product starts its server again at once: to keep it down, each new one is stopped as well. */
async function keepDown(world: World, signal: 'SIGQUIT' | 'SIGINT', ms: number): Promise<void> {
  const until = performance.now() + ms
  let last = 0
  do {
    const pid = postmaster(world)
    if (pid !== undefined && pid !== last) {
      try {
        process.kill(pid, signal)
        last = pid
      } catch {
        // It is gone already.
      }
    }
    await delay(50)
  } while (performance.now() < until)
}

function postmaster(world: World): number | undefined {
  try {
    const file = join(readPlace(world.app().directory), 'postgres', 'postmaster.pid')
    return Number(readFileSync(file, 'utf8').split('\n')[0]) || undefined
  } catch {
    return undefined
  }
}

async function accepts(world: World): Promise<void> {
  const until = performance.now() + 60_000
  while (performance.now() < until) {
    const ok = await fetch(`${world.app().url}/healthz`).then(
      (response) => response.ok,
      () => false,
    )
    if (ok) return
    await delay(50)
  }
}
