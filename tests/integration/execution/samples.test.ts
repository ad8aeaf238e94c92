import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '@/lib/policy/actor'
import { decideApproval } from '@/lib/services/approvals/decide-approval'
import { getApproval } from '@/lib/services/approvals/get-approval'
import { ensurePractice } from '@/lib/services/practice/ensure-practice'
import { readPracticeState } from '@/lib/services/practice/read-practice-state'
import { listWorkflows } from '@/lib/services/workflows/list-workflows'
import { type RunWorld, runWorld, stepOf } from './support/run-world'

let world: RunWorld
let practice: ReturnType<typeof ensurePractice>
let operator: Actor
beforeAll(async () => {
  world = await runWorld()
  practice = ensurePractice()
  operator = await world.member('operator')
}, 60_000)
afterAll(async () => {
  await practice.stop()
  await world.close()
})

async function sample(name: string): Promise<string> {
  const { items } = await listWorkflows(world.owner, {})
  const found = items.find((item) => item.name === name)
  if (!found) throw new Error(`no sample ${name}`)
  return found.id
}

async function messages(channelId: string) {
  const { slack } = await readPracticeState(world.owner)
  return slack.channels.find(({ id }) => id === channelId)?.messages.map(({ text }) => text) ?? []
}

describe('the sample workflows, on the simulated services', () => {
  it('are ready', async () => {
    const isReady = () =>
      readPracticeState(world.owner).then(
        () => true,
        () => false,
      )
    await expect.poll(isReady, { timeout: 30_000 }).toBe(true)
  })

  it('triage a severe issue: a person agrees, and the team is told', async () => {
    const runId = await world.start(await sample('Issue triage'), { repo: 'acme/website', number: 4 })
    const waiting = await world.until(runId, ({ status }) => status === 'waiting' || status === 'failed')
    expect(waiting.error).toBeNull()
    const before = await messages('C000000004')
    const approval = await getApproval(operator, stepOf(waiting, 'ask').approvalId ?? '')
    expect(approval.notCovered).toEqual([])
    expect(approval.covers).toMatchObject([{ node: 'tell', action: 'slack.message.post', outward: true }])
    await decideApproval(operator, approval.id, { decision: 'approve', digest: approval.digest })
    const run = await world.until(runId, ({ status }) => status === 'succeeded' || status === 'failed')
    expect(run.error).toBeNull()
    expect(run).toMatchObject({ practice: true })
    const after = await messages('C000000004')
    expect(after).toHaveLength(before.length + 1)
    const told = approval.covers[0]?.input.text
    expect(after).toContain(told)
    expect(stepOf(run, 'judge').tokensIn).toBeGreaterThan(0)
  })

  it('send the digest', async () => {
    const before = await messages('C000000002')
    const run = await world.run(await sample('Daily digest'))
    expect(run.error).toBeNull()
    expect(run.status).toBe('succeeded')
    expect(await messages('C000000002')).toHaveLength(before.length + 1)
    expect(run.effects).toMatchObject([{ action: 'slack.message.post', status: 'confirmed' }])
  })
})
