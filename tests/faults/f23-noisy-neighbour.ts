import { setTimeout as delay } from 'node:timers/promises'
import { apiClient } from '../support/api-client'
import { callMany } from '../support/calls'
import { percentile } from '../support/percentile'
import { signIn } from '../support/session-client'
import { oneRecord, passesTime, publishHook, untilNoneOpen } from './hooks'
import type { Finding } from './report'
import { must, owner, type World } from './world'

const mostDelayMs = 2_000

/** So many times the neighbour starts one run while the queue drains. */
const starts = 20

/** F23: one workspace queues very many runs; another one's single runs begin nearly at once all the same. */
export async function noisyNeighbour(
  world: World,
  runs: number,
  say: (line: string) => void,
): Promise<Finding> {
  const noisy = await publishHook(world, 'F23 noisy', oneRecord(world))
  const neighbour = await openNeighbour(world)
  const calling = callMany({ url: noisy.hook, callers: 20, count: runs, body: '{}' })
  const quiet: string[] = []
  let queued = 0
  for (let n = 0; n < starts; n++) {
    await delay(200)
    const [row] = await world.sql<{ count: number }[]>`
      select count(*)::int as count from runs where workflow_id = ${noisy.id} and ended_at is null`
    queued = Math.max(queued, row?.count ?? 0)
    quiet.push(await neighbour.start())
  }
  const { statuses } = await calling
  const accepted = statuses['202'] ?? 0
  const isDone = await untilNoneOpen(world, [noisy.id, neighbour.workflow], 60_000 + runs * 200)
  const rows = await world.sql<{ ms: number; status: string }[]>`
    select extract(epoch from started_at - created_at)::float8 * 1000 as ms, status from runs where id = any(${quiet})`
  const delays = rows.map(({ ms }) => ms)
  const p95 = percentile(delays, 0.95)
  const wrong = isDone ? [] : ['not all runs ended in time']
  if (!(p95 <= mostDelayMs)) wrong.push(`the neighbour's runs began after ${p95.toFixed(0)} ms at p95`)
  const [total] = await world.sql<{ succeeded: number }[]>`
    select count(*)::int as succeeded from runs where workflow_id = ${noisy.id} and status = 'succeeded'`
  say(
    `F23: the neighbour's runs began after ${p95.toFixed(0)} ms at p95, with up to ${queued} runs open next door`,
  )
  return {
    id: 'F23',
    what: 'a neighbour that queues very many runs',
    n: accepted,
    lost: accepted - (total?.succeeded ?? 0) + rows.filter(({ status }) => status !== 'succeeded').length,
    doubled: 0,
    failed: wrong,
    unknown: [],
    recoveries: [],
    notes: [
      `${starts} single runs of another workspace began after ${percentile(delays, 0.5).toFixed(0)} ms, p95 ${p95.toFixed(0)} ms, at most ${Math.max(...delays).toFixed(0)} ms (goal ${mostDelayMs}); up to ${queued} runs were open next door`,
    ],
  }
}

/** Another workspace of the installation, with a workflow whose runs are queued like any other's. */
async function openNeighbour(world: World) {
  const { url } = world.app()
  const session = await signIn(url, owner)
  const { slug } = must(await session.call('POST', '/workspaces', { body: { name: 'Next door' } }))
  const { token } = must(
    await session.call('POST', '/tokens', {
      workspace: slug,
      body: { name: 'faults', scopes: ['read', 'build', 'run'] },
    }),
  )
  const api = apiClient(url, token)
  const { id: workflow } = must(await api.post('/workflows', { name: 'Alone', document: passesTime }))
  must(await api.post(`/workflows/${workflow}/publish`, {}))
  return {
    workflow: String(workflow),
    start: async () => String(must(await api.post(`/workflows/${workflow}/runs`, { input: { n: 1 } })).id),
  }
}
