import { database } from '@/db/client'
import { findCalledEnd } from '@/db/queries/runs/called-runs'
import { HandrailError } from '@/lib/core/errors'
import type { RunId } from '@/lib/core/ids'
import type { Json } from '@/lib/core/json'
import type { Outcome, StepCall, StepError } from '@/lib/engine/contract'
import { log } from '@/lib/services/log'
import { calledOutput, callRun } from '@/lib/services/runs/start/call-run'
import { storedJson } from '@/lib/services/runs/stored-json'
import type { NodeOf } from '@/lib/workflow/document'
import { resolveBinding } from '@/lib/workflow/resolve-binding'
import { upgradeDocument } from '@/lib/workflow/upgrade'
import { asksOf } from './ask-after-failure'
import { attemptStep, failStep } from './attempt-step'
import { touchOpenRun } from './begin-step'
import { durable, type Memo } from './durable-steps'
import type { Execution } from './execution'
import { factOf } from './fact-of'
import { finishStep } from './finish-step'
import { markStep } from './mark-step'
import { type StepIdentity, stepOfNode } from './step-row'

/** The port `call` for workflows: stores a run of the one that is called, has it carried, and takes what it gave. */
export async function callWorkflow(
  execution: Execution,
  call: StepCall,
  node: NodeOf<'workflow'>,
): Promise<Outcome> {
  const step = stepOfNode(execution, node)
  for (let round = 0; ; round++) {
    const id = round === 0 ? step.path : `${step.path}.again${round}`
    const called = await durable(execution.steps, { path: id, name: step.title }, (isResumed) =>
      begin(execution, { step, call, node, round, isResumed }),
    )
    if (called.state !== 'called') return factOf(execution, step.path).outcome
    const { runId, versionId } = called
    const { workspaceId } = execution.scope
    await execution.steps
      .invoke(`n:${id}.run`, { kind: 'run', workspaceId, runId, versionId })
      .catch((error: unknown) => log().info({ err: error, runId }, 'a called run broke off'))
    const memo = await durable(execution.steps, { path: `${id}.end`, name: step.title }, (isResumed) =>
      end(execution, { step, node, runId, isResumed }),
    )
    if (memo.state !== 'again') return factOf(execution, step.path).outcome
  }
}

type Beginning = {
  readonly step: StepIdentity
  readonly call: StepCall
  readonly node: NodeOf<'workflow'>
  readonly round: number
  readonly isResumed: boolean
}

function begin(execution: Execution, { step, call, node, round, isResumed }: Beginning): Promise<Memo> {
  const attempt = {
    step,
    isResumed: isResumed || round > 0,
    tries: 3,
    asks: isResumed || round === 0 ? asksOf(node.settings) : undefined,
  }
  return attemptStep(execution, attempt, async () => {
    const input = Object.fromEntries(
      Object.entries(node.config.input).flatMap(([key, binding]): [string, Json][] => {
        const value = resolveBinding(binding, call, `config.input.${key}`)
        return value === '' ? [] : [[key, value]]
      }),
    )
    await markStep(execution, { path: step.path, input })
    const called = await database().db.transaction(async (tx) => {
      await touchOpenRun(tx, execution)
      const { workflow } = node.config
      return callRun(tx, execution.run, { path: step.path, round, workflow, input })
    })
    return { state: 'called', ...called }
  })
}

type Ending = {
  readonly step: StepIdentity
  readonly node: NodeOf<'workflow'>
  readonly runId: RunId
  readonly isResumed: boolean
}

function end(execution: Execution, { step, node, runId, isResumed }: Ending): Promise<Memo> {
  const attempt = { step, isResumed: true, tries: 5, asks: asksOf(node.settings) }
  return attemptStep(execution, attempt, async (answer) => {
    if (isResumed && answer === 'again') return { state: 'again' }
    const { workspaceId } = execution.scope
    const ended = await findCalledEnd(database().db, { workspaceId, runId })
    if (ended?.status === 'succeeded') {
      return finishStep(execution, step.path, {
        status: 'succeeded',
        exit: 'out',
        output: calledOutput(upgradeDocument(ended.document), storedJson(ended.body, ended.output)),
      })
    }
    if (ended?.status !== 'failed' && ended?.status !== 'cancelled') throw notEndedYet()
    return failStep(execution, attempt, errorOf(ended))
  })
}

function errorOf(ended: NonNullable<Awaited<ReturnType<typeof findCalledEnd>>>): StepError {
  const name = ended.workflowName ?? 'The called workflow'
  if (ended.status === 'cancelled' || !ended.error) {
    return { code: 'cancelled', who: 'user', retry: 'after', message: `The run of “${name}” was cancelled.` }
  }
  const { code, who, retry, message } = ended.error
  return { code, who, retry, message: `“${name}” failed: ${message}` }
}

/** Its carrier gave up, and whoever notes that has not come to it yet. */
function notEndedYet(): HandrailError {
  return new HandrailError({
    code: 'internal',
    who: 'us',
    retry: 'after',
    message: 'The called workflow broke off. Open its run to see how far it came.',
  })
}
