import { describe, expect, it } from 'vitest'
import type { Outcome, Ports, StepCall } from '@/lib/engine/contract'
import { drive } from '@/lib/engine/drive'
import { planRun } from '@/lib/engine/plan-run'
import { documentSchema } from '@/lib/workflow/document'

const document = documentSchema.parse({
  schema: 1,
  nodes: [
    {
      id: 'start',
      type: 'trigger.form',
      config: { fields: [{ key: 'number', type: 'number', required: true }] },
    },
    { id: 'issue', type: 'action', action: 'a.b.c', input: { number: { from: 'start', path: ['number'] } } },
    {
      id: 'urgent',
      type: 'condition',
      config: {
        branches: [{ exit: 'high', when: { cel: 'issue.level + 1 > 3' } }],
        otherwise: 'low',
      },
    },
    { id: 'tell', type: 'action', action: 'a.b.d', input: { text: { text: 'Severe: {{ issue.title }}' } } },
    { id: 'log', type: 'set', config: { fields: [{ key: 'done', value: { value: true } }] } },
  ],
  edges: [
    { from: 'start', exit: 'out', to: 'issue' },
    { from: 'issue', exit: 'out', to: 'urgent' },
    { from: 'urgent', exit: 'high', to: 'tell' },
    { from: 'urgent', exit: 'low', to: 'log' },
  ],
})

describe('drive', () => {
  it('takes the branch whose condition holds and skips the other', async () => {
    const calls: StepCall[] = []
    const answer = async (call: StepCall): Promise<Outcome> => {
      calls.push(call)
      return { status: 'succeeded', exit: 'out', output: { title: 'Fire', level: 3 } }
    }
    const ports: Ports = {
      act: answer,
      think: answer,
      ask: answer,
      wait: answer,
      call: answer,
      compute: answer,
      record() {},
    }
    const end = await drive(
      planRun(document),
      { trigger: { node: 'start', output: { number: 7 } }, now: 0, outcomes: new Map() },
      ports,
    )
    expect(end.status).toBe('succeeded')
    expect(calls.map(({ path }) => path)).toEqual(['issue', 'tell'])
    expect(end.outcomes.get('log')).toEqual({ status: 'skipped' })
    expect(end.output).toEqual({ title: 'Fire', level: 3 })
  })
})
