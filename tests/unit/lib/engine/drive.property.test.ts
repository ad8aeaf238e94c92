import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Outcome, Ports, RunState } from '@/lib/engine/contract'
import { drive } from '@/lib/engine/drive'
import { liveExitOf } from '@/lib/engine/frontier'
import { next } from '@/lib/engine/next'
import { planRun } from '@/lib/engine/plan-run'
import { type RandomWorkflow, randomWorkflow } from '@/tests/support/random-workflow'
import { type Fact, referenceRun } from '@/tests/support/reference-run'

const calm = randomWorkflow({ mayEnd: false })
const stormy = randomWorkflow({ mayEnd: true })

describe('the rule of the graph, on random workflows', () => {
  it('agrees with an interpreter that was written another way', async () => {
    await fc.assert(
      fc.asyncProperty(calm, fc.infiniteStream(fc.nat(5)), async (drawn, delays) => {
        const { outcomes } = await run(drawn, delays)
        expect(factsOf(drawn, outcomes)).toEqual(sorted(referenceRun(drawn)))
      }),
      { numRuns: 500 },
    )
  })

  it('ends in one state, in whatever order the steps finish', () => {
    fc.assert(
      fc.property(calm, fc.infiniteStream(fc.nat(50)), (drawn, picks) => {
        const plan = planRun(drawn.document)
        const outcomes = new Map<string, Outcome>()
        for (;;) {
          const commands = next(plan, stateOf(drawn, outcomes))
          const open = commands.flatMap((command) => (command.do === 'end' ? [] : [command]))
          const chosen = open[(picks.next().value ?? 0) % Math.max(1, open.length)]
          if (!chosen) break
          outcomes.set(
            chosen.path,
            chosen.do === 'skip' ? { status: 'skipped' } : outcomeOf(drawn, chosen.path),
          )
        }
        expect(factsOf(drawn, outcomes)).toEqual(sorted(referenceRun(drawn)))
      }),
      { numRuns: 500 },
    )
  })

  it('carries on from any facts to the same end', async () => {
    await fc.assert(
      fc.asyncProperty(calm, fc.infiniteStream(fc.nat(5)), fc.nat(20), async (drawn, delays, keep) => {
        const whole = await run(drawn, delays)
        const known = new Map([...whole.outcomes].slice(0, keep))
        const again = await run(drawn, delays, known)
        expect(again.status).toBe(whole.status)
        expect(again.output).toEqual(whole.output)
        expect(sorted(again.outcomes)).toEqual(sorted(whole.outcomes))
      }),
      { numRuns: 300 },
    )
  })

  it('starts nothing after a failure for good, and every fact stays one of the rule', async () => {
    await fc.assert(
      fc.asyncProperty(stormy, fc.infiniteStream(fc.nat(5)), async (drawn, delays) => {
        const { outcomes, status, error } = await run(drawn, delays)
        const reference = referenceRun(drawn)
        for (const [id, fact] of factsOf(drawn, outcomes)) {
          if (drawn.document.nodes.find((node) => node.id === id)?.type === 'stop') continue
          expect(fact).toEqual(reference.get(id))
        }
        const failed = [...outcomes].filter(([id, outcome]) => {
          const planned = planRun(drawn.document).nodes.get(id)
          return outcome.status === 'failed' && planned && liveExitOf(planned, outcome) === undefined
        })
        expect(status).toBe(failed.length > 0 ? 'failed' : 'succeeded')
        if (failed.length > 0) expect(failed.map(([id]) => id)).toContain(error?.path)
      }),
      { numRuns: 300 },
    )
  })
})

function stateOf(drawn: RandomWorkflow, outcomes: ReadonlyMap<string, Outcome>): RunState {
  return { trigger: { node: drawn.trigger, output: drawn.input }, now: 0, outcomes }
}

function outcomeOf(drawn: RandomWorkflow, path: string): Outcome {
  const node = drawn.document.nodes.find(({ id }) => id === path)
  if (node?.type === 'condition') {
    const exit = drawn.input[path] ?? 'c'
    return { status: 'succeeded', exit, output: { exit } }
  }
  if (node?.type === 'set') return { status: 'succeeded', exit: 'out', output: {} }
  if (node?.type.startsWith('trigger.')) return { status: 'succeeded', exit: 'out', output: drawn.input }
  return drawn.outcomes.get(path) ?? { status: 'skipped' }
}

/** Ports that answer after a random number of turns of the queue. */
async function run(drawn: RandomWorkflow, delays: Iterator<number>, known = new Map<string, Outcome>()) {
  const answer: Ports['act'] = async ({ path }) => {
    for (let turns = delays.next().value ?? 0; turns > 0; turns -= 1) await Promise.resolve()
    return outcomeOf(drawn, path)
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
  return drive(planRun(drawn.document), stateOf(drawn, known), ports)
}

function factsOf(
  drawn: RandomWorkflow,
  outcomes: ReadonlyMap<string, Outcome>,
): readonly (readonly [string, Fact])[] {
  const plan = planRun(drawn.document)
  const facts = new Map<string, Fact>()
  for (const [id, outcome] of outcomes) {
    const planned = plan.nodes.get(id)
    if (planned) facts.set(id, { status: outcome.status, exit: liveExitOf(planned, outcome) ?? null })
  }
  return sorted(facts)
}

function sorted<Value>(map: ReadonlyMap<string, Value>): readonly (readonly [string, Value])[] {
  return [...map].sort(([one], [other]) => (one < other ? -1 : 1))
}
