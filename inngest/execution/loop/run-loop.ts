import { z } from 'zod'
import { database } from '@/db/client'
import { reopenItems } from '@/db/queries/steps/reopen-items'
import type { Outcome, StepCall } from '@/lib/engine/contract'
import { type Loop, openLoop } from '@/lib/engine/loop'
import { log } from '@/lib/services/log'
import { asksOf } from '../ask-after-failure'
import { attemptStep, failStep } from '../attempt-step'
import { durable, type Memo } from '../durable-steps'
import type { Execution } from '../execution'
import { factOf } from '../fact-of'
import { finishStep } from '../finish-step'
import { markStep } from '../mark-step'
import { type StepIdentity, stepOfNode } from '../step-row'
import { type Lanes, lanesOf } from './lanes'
import { storedItemEnds } from './stored-item'

/**
 * The port `call` for loops: begins, has its items carried in lanes of calls of their own, and gathers what they gave.
 * When it asks a person after a failure and is told to try again, what succeeded is kept.
 */
export async function runLoop(execution: Execution, call: StepCall): Promise<Outcome> {
  const step = stepOfNode(execution, call.node)
  for (let round = 0; ; round++) {
    const id = round === 0 ? step.path : `${step.path}.again${round}`
    await execution.steps.run(`n:${id}`, step.title, () => begin(execution, step, call, round))
    if (execution.facts.has(step.path)) return factOf(execution, step.path).outcome
    const opened = openLoop(call.node, call)
    if (call.body) await carryAll(execution, { id, step, opened, lanes: lanesOf(opened, call.body) })
    const memo = await durable(execution.steps, { path: `${id}.end`, name: step.title }, (isResumed) =>
      end(execution, { step, call, opened, isResumed }),
    )
    if (memo.state !== 'again') return factOf(execution, step.path).outcome
  }
}

function begin(execution: Execution, step: StepIdentity, call: StepCall, round: number): Promise<Memo> {
  return attemptStep(execution, { step, isResumed: round > 0, tries: 1 }, async () => {
    const { count } = openLoop(call.node, call)
    await markStep(execution, { path: step.path, input: { items: count } })
    return { state: 'ended' }
  })
}

type Carrying = {
  readonly id: string
  readonly step: StepIdentity
  readonly opened: Loop
  readonly lanes: Lanes
}

const laneEnd = z.object({ ok: z.literal(true), next: z.number().int(), isOver: z.boolean() })

async function carryAll(execution: Execution, carrying: Carrying): Promise<void> {
  const { count } = carrying.lanes
  await Promise.all(Array.from({ length: count }, (_, lane) => carryLaneToEnd(execution, carrying, lane)))
}

/** A lane that breaks leaves its items without an end, which the loop then says. */
async function carryLaneToEnd(
  execution: Execution,
  { id, step, opened, lanes }: Carrying,
  lane: number,
): Promise<void> {
  for (let from = lane; from < opened.count; ) {
    try {
      const answer: unknown = await execution.steps.invoke(`n:${id}.l${lane}.${from}`, {
        kind: 'lane',
        ...execution.scope,
        loop: step.path,
        from,
        step: lanes.count,
      })
      const { next, isOver } = laneEnd.parse(answer)
      if (isOver) return
      from = next
    } catch (error) {
      log().warn({ err: error, runId: execution.run.id, path: step.path, from }, 'items of a loop broke off')
      return
    }
  }
}

type Ending = {
  readonly step: StepIdentity
  readonly call: StepCall
  readonly opened: Loop
  readonly isResumed: boolean
}

function end(execution: Execution, { step, call, opened, isResumed }: Ending): Promise<Memo> {
  const attempt = { step, isResumed: true, tries: 3, asks: asksOf(call.node.settings) }
  return attemptStep(execution, attempt, async (answer) => {
    if (isResumed && answer === 'again') {
      await reopenItems(database().db, { ...execution.scope, loop: step.path })
      return { state: 'again' }
    }
    const { ends, usage } = await storedItemEnds(execution, step.path)
    const outcome = opened.outcomeOf(ends)
    return outcome.status === 'failed'
      ? failStep(execution, attempt, outcome.error, usage)
      : finishStep(execution, step.path, outcome, { usage })
  })
}
