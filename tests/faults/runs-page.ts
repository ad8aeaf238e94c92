import { setTimeout as delay } from 'node:timers/promises'
import { percentile } from '../support/percentile'
import { signIn } from '../support/session-client'
import { owner, type World } from './world'

const everyMs = 200

type Times = { readonly p50: number; readonly p95: number }

/** How long each took, from asking to its last byte, in milliseconds; `both`: one after the other, as a reader waits. */
export type PageTimes = {
  readonly count: number
  readonly page: Times
  readonly list: Times
  readonly both: Times
}

/**
 * Asks for the runs page, as a browser of somebody who is signed in, and for what it then loads, one after the other
 * until it is stopped. While the product is down nothing is counted.
 */
export async function watchRunsPage(world: World): Promise<{ stop(): PageTimes }> {
  const { cookie } = await signIn(world.app().url, owner)
  const times: { readonly page: number; readonly list: number }[] = []
  const stopping = new AbortController()
  const look = async () => {
    const { url } = world.app()
    const headers = { cookie, 'handrail-workspace': world.workspace, origin: url }
    const ask = async (path: string) => {
      const begun = performance.now()
      const answer = await fetch(`${url}${path}`, { headers, redirect: 'manual' })
      await answer.arrayBuffer()
      if (answer.status !== 200) throw new Error(`${path} answered ${answer.status}`)
      return performance.now() - begun
    }
    const page = await ask(`/w/${world.workspace}/runs`)
    times.push({ page, list: await ask('/api/v1/runs') })
  }
  const watching = async () => {
    // The first answer is that of a page that nobody has seen yet.
    await look()
    times.length = 0
    while (!stopping.signal.aborted) {
      await look().catch((error: unknown) => {
        if (!(error instanceof TypeError)) throw error
      })
      await delay(everyMs, undefined, { signal: stopping.signal }).catch(() => {})
    }
  }
  // Whatever goes wrong is told when it is asked for.
  let problem: unknown
  watching().catch((error: unknown) => {
    problem = error
  })
  return {
    stop: () => {
      stopping.abort()
      if (problem || times.length === 0) throw problem ?? new Error('The runs page never answered.')
      return {
        count: times.length,
        page: timesOf(times.map(({ page }) => page)),
        list: timesOf(times.map(({ list }) => list)),
        both: timesOf(times.map(({ page, list }) => page + list)),
      }
    },
  }
}

function timesOf(values: readonly number[]): Times {
  return { p50: percentile(values, 0.5), p95: percentile(values, 0.95) }
}
