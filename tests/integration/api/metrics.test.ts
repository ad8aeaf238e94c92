import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { GET } from '@/app/metrics/route'
import { serviceWorld, type World } from '@/tests/support/service-world'

const token = 'a token of the operator'

let world: World
beforeAll(async () => {
  // The environment is read once, by the first who asks.
  vi.stubEnv('HANDRAIL_METRICS_TOKEN', token)
  world = await serviceWorld()
})
afterAll(async () => {
  vi.unstubAllEnvs()
  await world.close()
})

const ask = (authorization?: string) =>
  GET(new Request('http://localhost:3000/metrics', { headers: authorization ? { authorization } : {} }))

it('strangers, and members without the operator’s token, read no metrics', async () => {
  expect((await ask()).status).toBe(401)
  const wrong = await ask('Bearer another token')
  expect(wrong.status).toBe(401)
  expect(await wrong.text()).not.toContain('handrail_runs')
})

it('the metrics count runs by state, work, connections, and what the process uses', async () => {
  await world.database.sql`
    insert into runs (id, workspace_id, workflow_id, version_id, mode, practice, status, trigger, started_via, input,
      origin_run_id, created_at)
    select 'run_' || n, ${world.owner.workspaceId}, 'wf_x', 'ver_x', 'live', true,
      case when n < 3 then 'queued' else 'failed' end, 'start', 'api', '{}', 'run_' || n, now() - interval '90 seconds'
    from generate_series(1, 5) as n`
  const response = await ask(`Bearer ${token}`)
  expect(response.status).toBe(200)
  expect(response.headers.get('content-type')).toMatch(/^text\/plain; version=0\.0\.4/)
  const lines = (await response.text()).split('\n')
  const value = (name: string) => Number(lines.find((line) => line.startsWith(`${name} `))?.split(' ')[1])
  expect(value('handrail_runs{status="queued"}')).toBe(2)
  expect(value('handrail_runs{status="failed"}')).toBe(3)
  expect(value('handrail_runs{status="running"}')).toBe(0)
  expect(value('handrail_oldest_queued_seconds')).toBeGreaterThanOrEqual(90)
  expect(value('handrail_runner_jobs{state="due"}')).toBe(0)
  expect(value('handrail_runner_jobs{state="leased"}')).toBe(0)
  expect(value('handrail_database_connections{state="active"}')).toBeGreaterThanOrEqual(1)
  expect(value('handrail_database_pool_size')).toBe(12)
  expect(value('handrail_database_up')).toBe(1)
  expect(value('nodejs_eventloop_lag_seconds')).toBeGreaterThanOrEqual(0)
  expect(value('process_resident_memory_bytes')).toBeGreaterThan(10_000_000)
})
