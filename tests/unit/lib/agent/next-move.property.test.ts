import fc from 'fast-check'
import { expect, it } from 'vitest'
import { type AgentOutcome, callKey, type ModelTurn, type ToolResult } from '@/lib/agent/contract'
import { nextMove } from '@/lib/agent/next-move'
import { call, searchTool, task, turn } from './builders'

const asked = fc.oneof(
  fc.string({ maxLength: 5 }).map((query) => call('github__issue__search', { query, limit: null })),
  fc.constant(call('not_offered', {})),
  fc.constant({ id: '', name: 'github__issue__search', arguments: null, argumentsText: '{"que' }),
)

const scripted: fc.Arbitrary<ModelTurn> = fc
  .tuple(
    fc.array(asked, { maxLength: 4 }),
    fc.constantFrom('', 'Done.', '{"severity":"low"}', '{"severity":"none"}'),
    fc.constantFrom('done', 'done', 'done', 'done', 'length', 'refused'),
    // Ids that repeat, are empty, or are all different.
    fc.constantFrom('same', '', 'own'),
  )
  .map(([calls, text, stopped, ids]) =>
    turn({
      text,
      stopped,
      calls: calls.map((one, index) => ({ ...one, id: ids === 'own' ? `${ids}${index}` : ids })),
    }),
  )

const some = fc.record({
  script: fc.array(scripted, { minLength: 12, maxLength: 12 }),
  limits: fc.record({ turns: fc.integer({ min: 1, max: 8 }), calls: fc.integer({ min: 0, max: 12 }) }),
  structured: fc.boolean(),
})

/** Carries a script out. `pick` chooses which of the pending calls ends next; each end is a new look at the facts. */
function carryOut(
  { script, limits, structured }: typeof some extends fc.Arbitrary<infer Value> ? Value : never,
  pick: (count: number) => number,
) {
  const start = task({
    tools: [searchTool],
    limits,
    output: structured ? [{ key: 'severity', type: 'choice', choices: ['low', 'high'] }] : [],
  })
  const turns: ModelTurn[] = []
  const results = new Map<string, ToolResult>()
  const executed: string[] = []
  for (;;) {
    const move = nextMove(start, { turns, results })
    expect(nextMove(start, structuredClone({ turns, results }))).toEqual(move)
    if (move.do === 'end') return { outcome: move.outcome, executed, turns, results }
    if (move.do === 'turn') {
      expect(move.index).toBe(turns.length)
      const ids = move.request.messages.flatMap((one) => (one.role === 'tool' ? [one.callId] : []))
      expect(new Set(ids).size).toBe(ids.length)
      turns.push(script[turns.length] ?? turn({ text: 'Done.' }))
    } else {
      const one = move.calls[pick(move.calls.length)]
      if (!one) throw new Error('nothing to settle')
      const key = callKey(move.turn, one.index)
      expect(results.has(key)).toBe(false)
      if (one.do === 'run') executed.push(key)
      results.set(key, one.do === 'run' ? { status: 'done', output: key } : one.result)
    }
  }
}

it('executes each call once, keeps within its limits, and ends the same in whatever order calls end', () => {
  fc.assert(
    fc.property(some, fc.array(fc.nat(), { minLength: 1 }), (one, order) => {
      let place = 0
      const first = carryOut(one, () => 0)
      const other = carryOut(one, (count) => (order[place++ % order.length] ?? 0) % count)
      const outcome: AgentOutcome = other.outcome
      expect(outcome).toEqual(first.outcome)
      expect([...other.executed].sort()).toEqual([...first.executed].sort())
      expect(new Set(first.executed).size).toBe(first.executed.length)
      expect(first.turns.length).toBeLessThanOrEqual(one.limits.turns)
      expect(first.results.size).toBeLessThanOrEqual(one.limits.calls)
      for (const key of first.executed) {
        const [, at, index] = /^t(\d+)\.c(\d+)$/.exec(key) ?? []
        expect(first.turns[Number(at)]?.calls[Number(index)]?.name).toBe('github__issue__search')
      }
    }),
    { numRuns: 300 },
  )
})
