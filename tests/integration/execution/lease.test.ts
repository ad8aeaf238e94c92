import { randomUUID } from 'node:crypto'
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { HeldLease } from '@/db/queries/effects/holds-lease'
import { effects } from '@/db/schema/runs'
import type { RunId } from '@/lib/core/ids'
import type { EffectCall } from '@/lib/services/ledger/effect-call'
import { performEffect } from '@/lib/services/ledger/perform-effect'
import { type RunWorld, runWorld } from './support/run-world'

let world: RunWorld
beforeAll(async () => {
  world = await runWorld({ engine: false })
})
afterAll(() => world.close())

/** A job of the runner that is held under a token for so long. */
async function leased(forMs: number): Promise<HeldLease & { lose(): Promise<unknown> }> {
  const { sql } = world.database
  const token = randomUUID()
  const run = `run_${token}`
  await sql`insert into runner_runs (id, function_id, event_id, events) values (${run}, 'f', ${token}, '[]')`
  const [job] = await sql<{ id: string }[]>`
    insert into runner_jobs (run_id, kind, run_at, token, owner, lease_until)
    values (${run}, 'discover', now(), ${token}, 1, now() + ${forMs}::float8 * interval '1 millisecond')
    returning id::text`
  const jobId = job?.id ?? ''
  return { jobId, token, lose: () => sql`update runner_jobs set token = ${randomUUID()} where id = ${jobId}` }
}

async function callUnder(lease: HeldLease | null) {
  const workflow = await world.workflow({
    nodes: [{ id: 'start', type: 'trigger.form', config: { fields: [] } }],
    edges: [],
  })
  const runId = (await world.start(workflow)) as RunId
  const sent: string[] = []
  const call: EffectCall = {
    workspaceId: world.owner.workspaceId,
    runId,
    originRunId: runId,
    path: 'send',
    action: 'far.thing.do',
    effect: 'irreversible',
    outward: true,
    repeat: 'never',
    connection: null,
    input: {},
    preview: 'Do it',
    digest: 'd',
    lease,
    onUnknown: 'ask',
    isLastTry: false,
    send: async ({ key }) => sent.push(key),
    lookup: async () => null,
  }
  const status = async () =>
    (await world.database.db.select().from(effects).where(eq(effects.runId, runId)))[0]?.status
  return { call, sent, status }
}

describe('an attempt at an effect', () => {
  it('sends while its lease is held', async () => {
    const { call, sent } = await callUnder(await leased(30_000))
    await expect(performEffect(call)).resolves.toMatchObject({ status: 'confirmed' })
    expect(sent).toHaveLength(1)
  })

  it('sends nothing once its lease is another’s', async () => {
    const lease = await leased(30_000)
    await lease.lose()
    const { call, sent, status } = await callUnder(lease)
    await expect(performEffect(call)).rejects.toThrow('Another attempt')
    expect(sent).toEqual([])
    expect(await status()).toBeUndefined()
  })

  it('sends nothing when its lease ran out while it was about to', async () => {
    const { call, sent } = await callUnder(await leased(-1_000))
    await expect(performEffect(call)).rejects.toThrow('Another attempt')
    expect(sent).toEqual([])
  })

  it('that woke up late does not disturb the one that sends', async () => {
    const { call, status } = await callUnder(await leased(30_000))
    const old = await leased(30_000)
    await old.lose()
    let answer = (): void => {}
    const answered = new Promise<void>((resolve) => {
      answer = resolve
    })
    const sending = performEffect({ ...call, send: () => answered.then(() => ({ done: 1 })) })
    await expect.poll(status).toBe('sent')
    await expect(performEffect({ ...call, lease: old })).rejects.toThrow('Another attempt')
    answer()
    await expect(sending).resolves.toMatchObject({ status: 'confirmed', output: { done: 1 } })
    expect(await status()).toBe('confirmed')
  })
})
