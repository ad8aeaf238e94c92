import { setTimeout as delay } from 'node:timers/promises'
import { oneRead, openService } from './own-service'
import type { Finding } from './report'
import { publish, settle, startRun } from './workload'
import type { World } from './world'

const retryAfterMs = 2_000
const outageMs = 8_000

/** F20: a service says 429 with Retry-After to everybody for a while. Everyone waits as told, and then gets done. */
export async function tooManyRequests(
  world: World,
  runs: number,
  say: (line: string) => void,
): Promise<Finding> {
  const service = await openService(world, 'Busy service')
  const opensAt = performance.now() + outageMs
  let refused = 0
  service.answer = (_, response) => {
    response.setHeader('content-type', 'application/json')
    if (performance.now() > opensAt) return void response.end('{}')
    refused++
    response.writeHead(429, { 'retry-after': String(retryAfterMs / 1_000) }).end('{}')
  }
  const workflow = await publish(world, 'F20', oneRead(service, '/busy', { tries: 10 }))
  const ids: string[] = []
  for (let n = 0; n < runs; n += 20) {
    const size = Math.min(20, runs - n)
    ids.push(...(await Promise.all(Array.from({ length: size }, (_, i) => startRun(world, workflow, n + i)))))
  }
  await delay(Math.max(0, opensAt - performance.now()))
  const begun = performance.now()
  const { failed } = await settle(world, ids)
  const wrong = [...failed]
  const hasty = gaps(service.seen).filter((ms) => ms < retryAfterMs - 20)
  if (hasty.length > 0)
    wrong.push(`${hasty.length} tries came ${Math.min(...hasty).toFixed(0)} ms after a 429`)
  service.close()
  say(`F20: ${runs} runs, ${refused} requests refused`)
  return {
    id: 'F20',
    what: `429 with Retry-After to everybody for ${outageMs / 1_000} s`,
    n: runs,
    lost: 0,
    doubled: 0,
    failed: wrong,
    unknown: [],
    recoveries: [performance.now() - begun],
    notes: [
      `${refused} requests were refused, ${(refused / runs).toFixed(1)} a run in ${outageMs / 1_000} s; Retry-After kept in ${hasty.length === 0 ? 'all' : 'not all'} of them; recovery: from the end of the storm until all runs have ended`,
    ],
  }
}

/** The times between the requests of each run, in milliseconds. */
function gaps(seen: readonly { readonly path: string; readonly at: number }[]): number[] {
  const byRun = Map.groupBy(seen, ({ path }) => path)
  return [...byRun.values()].flatMap((all) => all.slice(1).map(({ at }, index) => at - (all[index]?.at ?? 0)))
}
