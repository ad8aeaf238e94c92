import { eq } from 'drizzle-orm'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { connections } from '@/db/schema/connections'
import { workflows } from '@/db/schema/workflows'
import { readOutput } from '@/lib/agent/output-schema'
import type { Actor } from '@/lib/policy/actor'
import { decideApproval } from '@/lib/services/approvals/decide-approval'
import { getApproval } from '@/lib/services/approvals/get-approval'
import { listApprovals } from '@/lib/services/approvals/list-approvals'
import { ensurePractice } from '@/lib/services/practice/ensure-practice'
import { practiceAddress } from '@/lib/services/practice/practice-addresses'
import { readPracticeState } from '@/lib/services/practice/read-practice-state'
import { type Field, fieldTypes } from '@/lib/workflow/field'
import type { RunView } from '@/lib/workflow/views/run-view'
import { type RunWorld, runWorld, stepOf } from './support/run-world'

let world: RunWorld
let operator: Actor
let practice: ReturnType<typeof ensurePractice>
const connectionOf: Record<string, string> = {}

beforeAll(async () => {
  world = await runWorld()
  operator = await world.member('operator')
  practice = ensurePractice()
  await vi.waitFor(() => practiceAddress('model'), { timeout: 30_000, interval: 100 })
  const rows = await world.database.db.select().from(connections).where(eq(connections.simulated, true))
  for (const row of rows) connectionOf[row.connector] = row.id
})
afterAll(async () => {
  await practice.stop()
  await world.close()
})

const ended = ({ status }: RunView) => ['succeeded', 'failed', 'cancelled'].includes(status)

async function sample(name: string): Promise<string> {
  const [row] = await world.database.db.select().from(workflows).where(eq(workflows.name, name))
  if (!row) throw new Error(`no sample ${name}`)
  return row.id
}

async function approve(runId: string): Promise<void> {
  await world.until(runId, (run) => run.status === 'waiting' || ended(run))
  const { items } = await listApprovals(operator, { status: ['pending'] })
  const summary = items.find((item) => item.runId === runId)
  if (!summary) throw new Error(`nothing waits: ${JSON.stringify((await world.until(runId, ended)).error)}`)
  const { digest } = await getApproval(operator, summary.id)
  await decideApproval(operator, summary.id, { decision: 'approve', digest })
}

describe('the samples, with the practice model', () => {
  it('triage a severe issue by way of a person to Slack', async () => {
    const runId = await world.start(await sample('Issue triage'), { repo: 'acme/website', number: 4 })
    await approve(runId)
    const run = await world.until(runId, ended)
    expect(run).toMatchObject({ status: 'succeeded', error: null, practice: true })
    expect(stepOf(run, 'judge')).toMatchObject({ output: { severity: 'high' } })
    expect(JSON.stringify(await readPracticeState(world.owner))).toContain('Checkout button does nothing')
  })

  it('sum the open issues up and post the digest', async () => {
    const run = await world.run(await sample('Daily digest'), {})
    expect(run).toMatchObject({ status: 'succeeded', error: null })
    expect(stepOf(run, 'digest').output).toMatchObject({
      summary: expect.stringMatching(/entries:\n• #\d+ /),
    })
    expect(run.effects).toMatchObject([{ action: 'slack.message.post', status: 'confirmed' }])
  })
})

describe('the other path of the triage', () => {
  it('labels what is not severe', async () => {
    const run = await world.run(await sample('Issue triage'), { repo: 'acme/website', number: 3 })
    expect(run).toMatchObject({ status: 'succeeded', error: null })
    expect(stepOf(run, 'judge').output).toMatchObject({ severity: 'low', labels: ['enhancement'] })
    expect(run.effects).toMatchObject([{ action: 'github.issue.label', status: 'confirmed' }])
  })
})

describe('an agent drawn by anyone, with the practice model', () => {
  it('reads, asks before it posts, and hands on what the next step needs', async () => {
    const workflow = await world.workflow({
      nodes: [
        { id: 'ask_me', type: 'trigger.form', config: { fields: [{ key: 'which', type: 'number' }] } },
        {
          id: 'scout',
          type: 'agent',
          config: {
            instructions: { text: 'Read issue {{ ask_me.which }}, then tell the team about it.' },
            tools: [
              {
                action: 'github.issue.get',
                connection: connectionOf.github,
                fields: {
                  repo: { mode: 'fixed', value: { value: 'acme/website' } },
                  number: { mode: 'agent' },
                },
              },
              {
                action: 'slack.message.post',
                connection: connectionOf.slack,
                fields: { channel: { mode: 'fixed', value: { value: 'C000000004' } } },
              },
            ],
            output: [{ key: 'headline', type: 'text' }],
          },
        },
        {
          id: 'keep',
          type: 'set',
          config: { fields: [{ key: 'line', value: { text: 'Told: {{ scout.headline }}' } }] },
        },
      ],
      edges: ['ask_me>scout', 'scout>keep'],
    })
    const runId = await world.start(workflow, { which: 4 })
    await approve(runId)
    const run = await world.until(runId, ended)
    expect(run).toMatchObject({ status: 'succeeded', error: null })
    expect(stepOf(run, 'scout.t0.c0')).toMatchObject({ action: 'github.issue.get', status: 'succeeded' })
    expect(stepOf(run, 'scout.t1.c0')).toMatchObject({ action: 'slack.message.post', status: 'succeeded' })
    expect(stepOf(run, 'keep').output).toEqual({ line: 'Told: Checkout button does nothing on Safari 17' })
  })

  it('answers in any shape', async () => {
    const field = (key: string): fc.Arbitrary<Field> =>
      fc.record({
        key: fc.constant(key),
        type: fc.constantFrom(...fieldTypes),
        required: fc.boolean(),
        choices: fc.constant(['red', 'green', 'blue']),
      })
    const shape = fc.tuple(field('first_one'), field('second_one'), field('third_one'))
    await fc.assert(
      fc.asyncProperty(shape, async (output) => {
        const workflow = await world.workflow({
          nodes: [
            { id: 'begin', type: 'trigger.form', config: { fields: [{ key: 'words', type: 'long_text' }] } },
            {
              id: 'worker',
              type: 'agent',
              config: {
                instructions: { text: 'Work on it.' },
                input: { from: 'begin', path: ['words'] },
                tools: [],
                output,
              },
            },
          ],
          edges: ['begin>worker'],
        })
        const run = await world.run(workflow, { words: 'The green lamp costs 12 euros.' })
        expect(run.status).toBe('succeeded')
        const answer = JSON.stringify(stepOf(run, 'worker').output)
        expect(readOutput(output, answer).problems).toEqual([])
      }),
      { numRuns: 8 },
    )
  })
})
