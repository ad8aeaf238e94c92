import { setTimeout as delay } from 'node:timers/promises'
import { behindProxy } from './behind-proxy'
import { broken, inWords, startLoad } from './load'
import { doubledIn, effectsIn, type Finding } from './report'
import { oneMessage, publish, settle } from './workload'
import type { World } from './world'

const statementMs = 200
const commitMs = 2_000
const pageWithinMs = 3_000

/** A transaction takes seconds then: more would only fill the connections that there are. */
const runEveryMs = 4_000

/** F12: each statement takes 200 ms more, and in the second half each commit two seconds, as on a bad disk. */
export async function slowDatabase(
  world: World,
  seconds: number,
  say: (line: string) => void,
): Promise<Finding> {
  const workflow = await publish(world, 'F12', oneMessage(world))
  const before = await world.far.effects()
  const wrong: string[] = []
  const pages: number[] = []
  const pagesLater: number[] = []
  const result = await behindProxy(world, async (proxy, app) => {
    const load = startLoad(() => world.api, workflow, runEveryMs)
    const begun = performance.now()
    const elapsed = () => (performance.now() - begun) / 1_000
    while (elapsed() < seconds) {
      const isFirstHalf = elapsed() < seconds / 2
      proxy.slow({ statementMs, commitMs: isFirstHalf ? 0 : commitMs })
      const list = isFirstHalf ? pages : pagesLater
      list.push(await openPage(world, wrong))
      const [row] = await world.sql<{ lost: number; struck: number }[]>`
        select count(*) filter (where lease_until < now())::int as lost,
          count(*) filter (where strikes > 0)::int as struck from runner_jobs`
      if (row?.lost || row?.struck)
        wrong.push(`${row.lost} leases ran out, ${row.struck} jobs were taken over`)
      await delay(500)
    }
    proxy.heal()
    const healed = performance.now()
    await load.stop()
    const settled = await settle(world, load.accepted)
    if (/Took up work/.test(app.output())) wrong.push('work was taken up as left behind')
    return { load, settled, recovery: performance.now() - healed }
  })
  const inSeconds = (list: readonly number[]) => (Math.max(...list) / 1000).toFixed(1)
  const slowest = Math.max(...pages, ...pagesLater)
  if (slowest > pageWithinMs) wrong.push(`a page took ${(slowest / 1000).toFixed(1)} s`)
  const { accepted, answers } = result.load
  const after = await world.far.effects()
  const effects = effectsIn(after) - effectsIn(before)
  say(
    `F12: ${seconds} s slow, ${accepted.length} runs accepted, slowest page ${(slowest / 1000).toFixed(1)} s`,
  )
  return {
    id: 'F12',
    what: `${statementMs} ms more for each statement, then ${commitMs / 1000} s more for each commit`,
    n: seconds,
    lost: Math.max(0, accepted.length * 2 - effects),
    doubled: doubledIn(after) - doubledIn(before),
    failed: [...wrong, ...broken(answers), ...result.settled.failed],
    unknown: result.settled.unknown,
    recoveries: [result.recovery],
    notes: [
      `N in seconds; ${accepted.length} accepted; answers: ${inWords(answers)}; ${pages.length + pagesLater.length} pages opened, the slowest in ${inSeconds(pages)} s, and with slow commits in ${inSeconds(pagesLater)} s; recovery: from the end of the slowness until all runs have ended`,
    ],
  }
}

/** Opens the list of runs as a person in a browser does. */
async function openPage(world: World, wrong: string[]): Promise<number> {
  const begun = performance.now()
  const response = await fetch(`${world.app().url}/w/${world.workspace}/runs`, {
    headers: { cookie: world.cookie },
    redirect: 'manual',
  })
  await response.text()
  if (response.status !== 200) wrong.push(`the list of runs answered ${response.status}`)
  return performance.now() - begun
}
