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
import { attemptStep } from './attempt-step'
import type { Execution } from './execution'
import { factOf } from './fact-of'
import { finishStep } from './finish-step'
import { markStep } from './mark-step'
import { type StepIdentity, stepOfNode } from './step-row'

/** The port `think`: lets a model work. Each of its turns and calls is a durable step, decided from stored facts alone. */
export async function think(execution: Execution, call: StepCall): Promise<Outcome> {
  const { node } = call
  if (node.type !== 'agent') throw new TypeError(`${node.type} is no agent`)
  const step = stepOfNode(execution, node)
  await execution.steps.run(`n:${step.path}`, step.title, () => prepare(execution, step, call, node))
  const stored = execution.tasks.get(step.path)
  // What could not be prepared has failed by now.
  if (stored === undefined) return factOf(execution, step.path).outcome
  const task = readStoredTask(stored)
  const end = await work(execution, { step, node, task, tools: agentTools(call, node) })
  await execution.steps.run(`n:${step.path}.end`, step.title, () =>
    attemptStep(execution, { step, isResumed: true, tries: 3 }, () => {
      const { tokensIn, tokensOut, cost } = end.totals
      const outcome: Outcome =
        end.status === 'succeeded'
          ? { status: 'succeeded', exit: 'out', output: end.output }
          : { status: 'failed', error: end.error }
      return finishStep(execution, step.path, outcome, { usage: { tokensIn, tokensOut, cost } })
    }),
  )
  return factOf(execution, step.path).outcome
}

function prepare(execution: Execution, step: StepIdentity, call: StepCall, node: NodeOf<'agent'>) {
  return attemptStep(execution, { step, isResumed: false, tries: 3 }, async () => {
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

async function work(execution: Execution, { step, node, task, tools }: Work): Promise<AgentOutcome> {
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
    if (move.do === 'end') return move.outcome
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
      if (outcome.status === 'failed') {
        return { status: 'failed', error: outcome.error, totals: totalsOf(agentTask, turns) }
      }
      if (outcome.status === 'succeeded') turns.push(readStoredTurn(outcome.output))
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
