import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { approvals, decisions } from '@/db/schema/runs'
import type { Actor } from '@/lib/policy/actor'
import { countApprovals } from '@/lib/services/approvals/count-approvals'
import { decideApproval } from '@/lib/services/approvals/decide-approval'
import { getApproval } from '@/lib/services/approvals/get-approval'
import { listApprovals } from '@/lib/services/approvals/list-approvals'
import { cancelRun } from '@/lib/services/runs/cancel-run'
import { answerJson } from './support/far-side'
import { type RunWorld, runWorld, stepOf } from './support/run-world'

let world: RunWorld
let operator: Actor
beforeAll(async () => {
  world = await runWorld()
  operator = await world.member('operator')
})
afterAll(() => world.close())
beforeEach(() => {
  world.far.requests.length = 0
  world.far.answer = answerJson({ posted: true })
})

const gated = (approval: Record<string, unknown> = {}) =>
  world.workflow({
    nodes: [
      { id: 'start', type: 'trigger.form', config: { fields: [{ key: 'text', type: 'text' }] } },
      {
        id: 'ask',
        type: 'approval',
        name: 'May we tell them?',
        config: {
          approvers: [{ role: 'operator' }],
          message: { text: 'About {{ start.text }}' },
          ...approval,
        },
      },
      {
        id: 'tell',
        type: 'action',
        action: 'http.request.send',
        connection: world.connection,
        input: {
          method: { value: 'POST' },
          url: { value: `${world.far.url}/tell` },
          body: { from: 'start', path: ['text'] },
        },
      },
      {
        id: 'no',
        type: 'set',
        config: { fields: [{ key: 'why', value: { from: 'ask', path: ['comment'] } }] },
      },
    ],
    edges: ['start>ask', 'ask:approved>tell', 'ask:rejected>no', 'ask:expired>no'],
  })

async function waitingApproval(text = 'fire') {
  const runId = await world.start(await gated(), { text })
  await world.until(runId, (run) => run.status === 'waiting')
  return { runId, approval: await pendingOf(runId) }
}

async function pendingOf(runId: string) {
  const { items } = await listApprovals(operator, { status: ['pending'] })
  const summary = items.find((item) => item.runId === runId)
  if (!summary) throw new Error('no approval waits')
  return getApproval(operator, summary.id)
}

describe('an approval', () => {
  it('shows exactly what would happen, and lets it happen once it is approved', async () => {
    const before = (await countApprovals(operator)).count
    const { runId, approval } = await waitingApproval()
    expect((await countApprovals(operator)).count).toBe(before + 1)
    expect(approval).toMatchObject({
      title: 'May we tell them?',
      message: 'About fire',
      mine: true,
      approvers: ['any operator'],
      covers: [
        {
          node: 'tell',
          action: 'http.request.send',
          connection: { name: 'Far side' },
          input: { method: 'POST', body: 'fire' },
          preview: `Send POST to ${world.far.url}/tell`,
        },
      ],
      notCovered: [],
    })
    expect(world.far.requests).toEqual([])
    const decided = await decideApproval(operator, approval.id, {
      decision: 'approve',
      comment: 'go',
      digest: approval.digest,
    })
    expect(decided.status).toBe('approved')
    const run = await world.until(runId, ({ status }) => status !== 'waiting' && status !== 'running')
    expect(run.status).toBe('succeeded')
    expect(stepOf(run, 'ask').output).toMatchObject({
      decision: 'approved',
      by: operator.name,
      comment: 'go',
    })
    expect(world.far.requests.map(({ body }) => body)).toEqual(['fire'])
    expect(run.effects).toMatchObject([{ stepPath: 'tell', status: 'confirmed' }])
  })

  it('leaves by its own exit when rejected, and does nothing outside', async () => {
    const { runId, approval } = await waitingApproval()
    await decideApproval(operator, approval.id, {
      decision: 'reject',
      comment: 'not now',
      digest: approval.digest,
    })
    const run = await world.until(runId, ({ status }) => status === 'succeeded')
    expect(stepOf(run, 'no').output).toEqual({ why: 'not now' })
    expect(stepOf(run, 'tell').status).toBe('skipped')
    expect(world.far.requests).toEqual([])
  })

  it('expires at its deadline, and a decision after that is not taken', async () => {
    const runId = await world.start(await gated({ deadline: 'PT1S' }), { text: 'late' })
    await world.until(runId, (run) => run.status === 'waiting')
    const approval = await pendingOf(runId)
    const run = await world.until(runId, ({ status }) => status === 'succeeded')
    expect(stepOf(run, 'ask').exit).toBe('expired')
    await expect(
      decideApproval(operator, approval.id, { decision: 'approve', digest: approval.digest }),
    ).rejects.toMatchObject({ code: 'conflict' })
    expect(world.far.requests).toEqual([])
  })

  it('takes one of a hundred decisions that come at once, and tells the others who decided', async () => {
    const { runId, approval } = await waitingApproval()
    const crowd = await Promise.all(Array.from({ length: 100 }, () => world.member('operator')))
    const results = await Promise.allSettled(
      crowd.map((actor, index) =>
        decideApproval(actor, approval.id, {
          decision: index % 2 === 0 ? 'approve' : 'reject',
          digest: approval.digest,
        }),
      ),
    )
    const taken = results.filter(({ status }) => status === 'fulfilled')
    expect(taken).toHaveLength(1)
    const [winner] = await world.database.db
      .select()
      .from(decisions)
      .where(eq(decisions.approvalId, approval.id as never))
    const refused = results.flatMap((result) => (result.status === 'rejected' ? [result.reason] : []))
    expect(refused.every(({ code }) => code === 'conflict')).toBe(true)
    expect(refused[0].message).toContain(winner?.userName)
    const run = await world.until(runId, ({ status }) => status === 'succeeded')
    expect(world.far.requests).toHaveLength(winner?.decision === 'approve' ? 1 : 0)
    expect(stepOf(run, 'ask').exit).toBe(winner?.decision === 'approve' ? 'approved' : 'rejected')
    expect(
      await world.database.db
        .select()
        .from(decisions)
        .where(eq(decisions.approvalId, approval.id as never)),
    ).toHaveLength(1)
  })

  it('is decided by people that it names, who did not start the run', async () => {
    const { approval } = await waitingApproval()
    const yes = { decision: 'approve' as const, digest: approval.digest }
    await expect(decideApproval(await world.member('viewer'), approval.id, yes)).rejects.toMatchObject({
      code: 'forbidden',
    })
    await expect(decideApproval(await world.member('builder'), approval.id, yes)).rejects.toMatchObject({
      code: 'forbidden',
    })
    await expect(
      decideApproval(operator, approval.id, { ...yes, digest: 'what another card showed' }),
    ).rejects.toMatchObject({ code: 'conflict' })

    const own = await world.start(await gated(), { text: 'mine' }, operator)
    await world.until(own, (run) => run.status === 'waiting')
    const mine = await pendingOf(own)
    expect(mine.mine).toBe(false)
    await expect(
      decideApproval(operator, mine.id, { decision: 'approve', digest: mine.digest }),
    ).rejects.toMatchObject({ code: 'forbidden', message: expect.stringContaining('You started this run') })
  })

  it('waits for as many as the quorum asks', async () => {
    const runId = await world.start(await gated({ quorum: 2 }), { text: 'two' })
    await world.until(runId, (run) => run.status === 'waiting')
    const approval = await pendingOf(runId)
    const yes = { decision: 'approve' as const, digest: approval.digest }
    expect((await decideApproval(operator, approval.id, yes)).status).toBe('pending')
    await expect(decideApproval(operator, approval.id, yes)).rejects.toMatchObject({ code: 'conflict' })
    expect((await getApproval(operator, approval.id)).mine).toBe(false)
    expect((await decideApproval(await world.member('operator'), approval.id, yes)).status).toBe('approved')
    expect((await world.until(runId, ({ status }) => status === 'succeeded')).effects).toHaveLength(1)
  })

  it('is taken back with its run', async () => {
    const { runId, approval } = await waitingApproval()
    await cancelRun(world.owner, runId)
    expect(
      (await world.until(runId, ({ status }) => status === 'cancelled')).steps.map(({ status }) => status),
    ).toContain('cancelled')
    expect((await getApproval(operator, approval.id)).status).toBe('cancelled')
    await expect(
      decideApproval(operator, approval.id, { decision: 'approve', digest: approval.digest }),
    ).rejects.toMatchObject({ code: 'conflict' })
    await expect(cancelRun(world.owner, runId)).rejects.toMatchObject({ code: 'conflict' })
    expect(world.far.requests).toEqual([])
  })

  it('asks again when what would be sent is not what was approved', async () => {
    const { runId, approval } = await waitingApproval()
    const covers = approval.covers.map((one) => ({ ...one, input: { ...one.input, body: 'something else' } }))
    await world.database.db
      .update(approvals)
      .set({ covers })
      .where(eq(approvals.id, approval.id as never))
    await decideApproval(operator, approval.id, { decision: 'approve', digest: approval.digest })
    await world.until(runId, (run) =>
      run.steps.some(({ path, status }) => path === 'tell' && status === 'waiting'),
    )
    expect(world.far.requests).toEqual([])
    const again = await pendingOf(runId)
    expect(again.message).toContain('body changed')
    expect(again.covers[0]?.input).toMatchObject({ body: 'fire' })
    await decideApproval(operator, again.id, { decision: 'approve', digest: again.digest })
    await world.until(runId, ({ status }) => status === 'succeeded')
    expect(world.far.requests.map(({ body }) => body)).toEqual(['fire'])
  })

  it('keeps only its own branch waiting', async () => {
    const get = (id: string) => ({
      id,
      type: 'action',
      action: 'http.request.get',
      connection: world.connection,
      input: { url: { value: `${world.far.url}/${id}` } },
    })
    const workflow = await world.workflow({
      nodes: [
        { id: 'start', type: 'trigger.form', config: { fields: [] } },
        { id: 'ask', type: 'approval', config: { approvers: [{ role: 'operator' }] } },
        get('one'),
        get('two'),
        get('three'),
        get('last'),
      ],
      edges: ['start>ask', 'start>one', 'one>two', 'two>three', 'three>last', 'ask:approved>last'],
    })
    const runId = await world.start(workflow)
    const waiting = await world.until(
      runId,
      (run) =>
        run.status === 'waiting' &&
        run.steps.some(({ path, status }) => path === 'three' && status === 'succeeded'),
    )
    expect(waiting.steps.some(({ path }) => path === 'last')).toBe(false)
    const approval = await pendingOf(runId)
    await decideApproval(operator, approval.id, { decision: 'approve', digest: approval.digest })
    const run = await world.until(runId, ({ status }) => status === 'succeeded')
    expect(world.far.requests.map(({ path }) => path)).toEqual(['/one', '/two', '/three', '/last'])
    expect(run.steps.every(({ attempt }) => attempt === 1)).toBe(true)
  })
})
