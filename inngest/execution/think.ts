import { database } from '@/db/client'
import type { AgentFacts, AgentOutcome, AgentTask, ToolResult } from '@/lib/agent/contract'
import { callKey } from '@/lib/agent/contract'
import { nextMove } from '@/lib/agent/next-move'
import { totalsOf } from '@/lib/agent/totals'
import { getAction } from '@/lib/connectors/index'
import type { Json } from '@/lib/core/json'
import type { Outcome, StepCall } from '@/lib/engine/contract'
import { chooseModel } from '@/lib/services/providers/choose-model'
import type { NodeOf } from '@/lib/workflow/document'
import { resolveBinding } from '@/lib/workflow/resolve-binding'
import { type AgentTools, agentTools } from './agent/agent-tools'
import { settleCall } from './agent/settle-call'
import { readStoredTask, type StoredTask } from './agent/stored-task'
import { readStoredTurn } from './agent/stored-turn'
import { takeTurn } from './agent/take-turn'
import { asksOf } from './ask-after-failure'
import { attemptStep, failStep } from './attempt-step'
import { durable } from './durable-steps'
import type { Execution } from './execution'
import { factOf } from './fact-of'
import { finishStep, type StepUsage } from './finish-step'
import { markStep } from './mark-step'
import { type StepIdentity, stepOfNode } from './step-row'

/** The port `think`: lets a model work. Each of its turns and calls is a durable step, decided from stored facts alone. */
export async function think(execution: Execution, call: StepCall): Promise<Outcome> {
  const { node } = call
  if (node.type !== 'agent') throw new TypeError(`${node.type} is no agent`)
  const step = stepOfNode(execution, node)
  await durable(execution.steps, { path: step.path, name: step.title }, (isResumed) =>
    prepare(execution, { step, call, node, isResumed }),
  )
  const stored = execution.tasks.get(step.path)
  // What could not be prepared has failed by now.
  if (stored === undefined) return factOf(execution, step.path).outcome
  const task = readStoredTask(stored)
  const end = await work(execution, { step, node, task, tools: agentTools(call, node) })
  // What an agent came to it would come to again from the same answers: it can be left out, or stop the run. A person
  // who was asked at one of its turns has said so already.
  const asks = end.isDecided ? undefined : asksOf(node.settings)?.filter((answer) => answer !== 'again')
  const attempt = { step, isResumed: true, tries: 3, asks }
  await durable(execution.steps, { path: `${step.path}.end`, name: step.title }, () =>
    attemptStep(execution, attempt, () => {
      const { outcome, usage } = end
      return outcome.status === 'failed'
        ? failStep(execution, attempt, outcome.error, usage)
        : finishStep(execution, step.path, outcome, { usage })
    }),
  )
  return factOf(execution, step.path).outcome
}

type Preparing = {
  readonly step: StepIdentity
  readonly call: StepCall
  readonly node: NodeOf<'agent'>
  readonly isResumed: boolean
}

function prepare(execution: Execution, { step, call, node, isResumed }: Preparing) {
  const attempt = { step, isResumed, tries: 3, asks: asksOf(node.settings) }
  return attemptStep(execution, attempt, async () => {
    const { config } = node
    const instructions = resolveBinding(config.instructions, call, 'config.instructions')
    const input = config.input ? resolveBinding(config.input, call, 'config.input') : undefined
    agentTools(call, node)
    const { provider, model, price } = await chooseModel(database().db, {
      workspaceId: execution.scope.workspaceId,
      model: config.model,
    })
    const task: Json = {
      instructions: typeof instructions === 'string' ? instructions : JSON.stringify(instructions),
      ...(input === undefined ? {} : { input }),
      model,
      provider,
      price,
    }
    await markStep(execution, { path: step.path, input: task })
    execution.tasks.set(step.path, task)
    return { state: 'ended' }
  })
}

type Work = {
  readonly step: StepIdentity
  readonly node: NodeOf<'agent'>
  readonly task: StoredTask
  readonly tools: AgentTools
}

/** Room for the calls of one turn between it and the next. */
const placesPerTurn = 110

type WorkEnd = {
  readonly outcome: Outcome
  readonly usage: StepUsage
  /** A person who was asked at a turn said how it ends. */
  readonly isDecided: boolean
}

async function work(execution: Execution, { step, node, task, tools }: Work): Promise<WorkEnd> {
  const settings = node.settings ?? {}
  const { config } = node
  const agentTask: AgentTask = {
    instructions: task.instructions,
    ...(task.input === undefined ? {} : { input: task.input }),
    model: task.model,
    tools: tools.offered,
    output: config.output,
    limits: config.limits ?? {},
    price: task.price,
  }
  const turns: AgentFacts['turns'][number][] = []
  const results = new Map<string, ToolResult>()
  for (;;) {
    const move = nextMove(agentTask, { turns, results })
    if (move.do === 'end') return endOf(move.outcome)
    if (move.do === 'turn') {
      const turnStep: StepIdentity = {
        ...step,
        path: `${step.path}.t${move.index}`,
        parent: step.path,
        type: 'agent.turn',
        title: `Turn ${move.index + 1}`,
        position: step.position + 1 + move.index * placesPerTurn,
      }
      await takeTurn(execution, turnStep, move.request, { task, settings })
      const { outcome } = factOf(execution, turnStep.path)
      if (outcome.status !== 'succeeded') {
        const isDecided = settings.onError === 'ask'
        return { outcome, usage: usageOf(totalsOf(agentTask, turns)), isDecided }
      }
      turns.push(readStoredTurn(outcome.output))
      continue
    }
    for (const call of move.calls) {
      const key = callKey(move.turn, call.index)
      const callStep: StepIdentity = {
        ...step,
        path: `${step.path}.${key}`,
        parent: step.path,
        type: 'agent.call',
        title: (call.action && getAction(call.action)?.title) ?? call.name,
        action: call.action,
        position: step.position + 2 + move.turn * placesPerTurn + call.index,
      }
      const settling = { step: callStep, call, tools: tools.usable, settings, agentTitle: step.title }
      results.set(key, await settleCall(execution, settling))
    }
  }
}

function endOf(end: AgentOutcome): WorkEnd {
  const outcome: Outcome =
    end.status === 'succeeded'
      ? { status: 'succeeded', exit: 'out', output: end.output }
      : { status: 'failed', error: end.error }
  return { outcome, usage: usageOf(end.totals), isDecided: false }
}

function usageOf({ tokensIn, tokensOut, cost }: AgentOutcome['totals']): StepUsage {
  return { tokensIn, tokensOut, cost }
}
