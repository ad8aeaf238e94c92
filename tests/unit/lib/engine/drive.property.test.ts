import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Outcome, Ports, RunState, StepCall } from '@/lib/engine/contract'
import { drive } from '@/lib/engine/drive'
import { liveExitOf } from '@/lib/engine/frontier'
import { next } from '@/lib/engine/next'
import { planRun } from '@/lib/engine/plan-run'
import { runLoopInline } from '@/tests/support/inline-loop'
import { type RandomWorkflow, randomWorkflow } from '@/tests/support/random-workflow'
import { contradictions, type Fact, referenceRun } from '@/tests/support/reference-run'
import { outcomeOf } from '@/tests/support/simulate'

const calm = randomWorkflow({ mayEnd: false })
const stormy = randomWorkflow({ mayEnd: true })
const racing = randomWorkflow({ mayEnd: false, joinsFirst: true })

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

  it('ends in one state, in whatever order the steps finish', async () => {
    await fc.assert(
      fc.asyncProperty(calm, fc.infiniteStream(fc.nat(50)), async (drawn, picks) => {
        const plan = planRun(drawn.document)
        const loops = await loopEnds(drawn)
        const outcomes = new Map<string, Outcome>()
        for (;;) {
          const commands = next(plan, stateOf(drawn, outcomes))
          const open = commands.flatMap((command) => (command.do === 'end' ? [] : [command]))
          const chosen = open[(picks.next().value ?? 0) % Math.max(1, open.length)]
          if (!chosen) break
          outcomes.set(
            chosen.path,
            chosen.do === 'skip'
              ? { status: 'skipped' }
              : (loops.get(chosen.path) ?? outcomeOf(drawn, chosen.path)),
          )
        }
        expect(factsOf(drawn, outcomes)).toEqual(sorted(referenceRun(drawn)))
      }),
      { numRuns: 500 },
    )
  })

  it('contradicts nothing that was chosen, when steps go on with the first of their inputs', async () => {
    await fc.assert(
      fc.asyncProperty(racing, fc.infiniteStream(fc.nat(5)), async (drawn, delays) => {
        const winners = new Map<string, string>()
        const { outcomes } = await run(drawn, delays, new Map(), winners)
        expect(contradictions(drawn, new Map(factsOf(drawn, outcomes)), winners)).toEqual([])
      }),
      { numRuns: 500 },
    )
  })

  it('asks for the same by hand, command by command, whatever is done first', async () => {
    await fc.assert(
      fc.asyncProperty(racing, fc.infiniteStream(fc.nat(50)), async (drawn, picks) => {
        const loops = await loopEnds(drawn)
        const { outcomes, winners } = byHand(drawn, picks, loops)
        expect(contradictions(drawn, new Map(factsOf(drawn, outcomes)), winners)).toEqual([])
      }),
      { numRuns: 500 },
    )
  })

  it('comes to the same again when what was chosen is known, in whatever order the steps finish', async () => {
    await fc.assert(
      fc.asyncProperty(
        racing,
        fc.infiniteStream(fc.nat(5)),
        fc.infiniteStream(fc.nat(50)),
        async (drawn, delays, picks) => {
          const winners = new Map<string, string>()
          const { outcomes } = await run(drawn, delays, new Map(), winners)
          const calledOff = new Map([...outcomes].filter(([, { status }]) => status === 'cancelled'))
          const again = byHand(drawn, picks, await loopEnds(drawn), winners, calledOff)
          const plan = planRun(drawn.document)
          const rivals = new Set([...plan.nodes.values()].flatMap((planned) => planned.rivals))
          const free = (facts: readonly (readonly [string, Fact])[]) =>
            facts.filter(([id]) => !rivals.has(id))
          expect(free(factsOf(drawn, again.outcomes))).toEqual(free(factsOf(drawn, outcomes)))
        },
      ),
      { numRuns: 300 },
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

/** How the loops of a workflow end: each follows from its items alone. */
async function loopEnds(drawn: RandomWorkflow): Promise<ReadonlyMap<string, Outcome>> {
  const ends = new Map<string, Outcome>()
  const answer: Ports['act'] = async ({ path }) => outcomeOf(drawn, path)
  const state = stateOf(drawn, new Map())
  for (const { node, body } of planRun(drawn.document).nodes.values()) {
    if (!body) continue
    const call: StepCall = { path: node.id, node, body, scope: {}, now: 0, state }
    ends.set(node.id, await runLoopInline(call, portsBy(answer)))
  }
  return ends
}

/** Does what `next` asks for, one command after the other as the picks say, until it asks for the end. */
function byHand(
  drawn: RandomWorkflow,
  picks: Iterator<number>,
  loops: ReadonlyMap<string, Outcome>,
  known: ReadonlyMap<string, string> = new Map(),
  calledOff: ReadonlyMap<string, Outcome> = new Map(),
) {
  const plan = planRun(drawn.document)
  const outcomes = new Map<string, Outcome>()
  const winners = new Map<string, string>(known)
  const begun = new Set(calledOff.keys())
  for (;;) {
    const commands = next(plan, { ...stateOf(drawn, outcomes), winners })
    expect(orderly(drawn, commands, outcomes, winners)).toBe(true)
    const open = commands.flatMap((command) => (command.do === 'end' ? [] : [command]))
    const chosen = open[(picks.next().value ?? 0) % Math.max(1, open.length)]
    if (!chosen) return { outcomes, winners }
    const id = chosen.path
    if (chosen.do === 'choose') winners.set(id, chosen.from)
    else if (chosen.do === 'cancel') outcomes.set(id, { status: begun.has(id) ? 'cancelled' : 'skipped' })
    else if (chosen.do === 'skip') outcomes.set(id, { status: 'skipped' })
    // What was called off was under way and never came to an end of its own.
    else if (!calledOff.has(id)) outcomes.set(id, loops.get(id) ?? outcomeOf(drawn, id))
    else if (open.every((command) => command.do === 'run' && calledOff.has(command.path)))
      return { outcomes, winners }
  }
}

/** Is each step asked for in one way, each choice asked for once, and each join run only once the input that was chosen for it is there? */
function orderly(
  drawn: RandomWorkflow,
  commands: ReturnType<typeof next>,
  outcomes: ReadonlyMap<string, Outcome>,
  winners: ReadonlyMap<string, string>,
): boolean {
  const plan = planRun(drawn.document)
  const asked = commands.flatMap((command) => (command.do === 'end' ? [] : [command.path]))
  if (new Set(asked).size !== asked.length) return false
  return commands.every((command) => {
    if (command.do === 'choose') return !winners.has(command.path)
    const planned = command.do === 'run' ? plan.nodes.get(command.path) : undefined
    if (!planned?.joinsFirst) return true
    return planned.inputs.some(({ from, exit }) => {
      const source = plan.nodes.get(from)
      const outcome = outcomes.get(from)
      return (
        from === winners.get(planned.node.id) && source && outcome && liveExitOf(source, outcome) === exit
      )
    })
  })
}

function portsBy(
  answer: Ports['act'],
  choose: Ports['choose'] = async ({ from }) => ({ from, ended: new Map() }),
): Ports {
  const ports: Ports = {
    ...{ act: answer, think: answer, ask: answer, wait: answer, compute: answer, choose },
    call: (call) => runLoopInline(call, ports),
    record() {},
  }
  return ports
}

/** Ports that answer after a random number of turns of the queue. */
async function run(
  drawn: RandomWorkflow,
  delays: Iterator<number>,
  known = new Map<string, Outcome>(),
  winners = new Map<string, string>(),
) {
  const pause = async () => {
    for (let turns = delays.next().value ?? 0; turns > 0; turns -= 1) await Promise.resolve()
  }
  const plan = planRun(drawn.document)
  const asked = new Set<string>()
  const answer: Ports['act'] = async ({ path }) => {
    // Once a join goes on, nothing begins in the branches that came too late.
    for (const join of asked) expect(plan.nodes.get(join)?.rivals ?? []).not.toContain(path)
    asked.add(path)
    await pause()
    return outcomeOf(drawn, path)
  }
  const choose: Ports['choose'] = async ({ path, from, underWay }) => {
    await pause()
    winners.set(path, winners.get(path) ?? from)
    await pause()
    return {
      from: winners.get(path) ?? from,
      ended: new Map(underWay.map((id) => [id, { status: 'cancelled' }])),
    }
  }
  return drive(plan, stateOf(drawn, known), portsBy(answer, choose))
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
