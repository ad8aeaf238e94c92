import { database } from '@/db/client'
import { findApprovalsOfRun } from '@/db/queries/approvals/find-approvals-of-run'
import type { PlannedCall, ToolResult } from '@/lib/agent/contract'
import type { Action } from '@/lib/connectors/contract'
import { fromTool } from '@/lib/connectors/derive/from-tool'
import { HandrailError } from '@/lib/core/errors'
import type { JsonObject } from '@/lib/core/json'
import { decideCall } from '@/lib/policy/decide-call'
import type { Binding } from '@/lib/workflow/binding'
import { pickedNames } from '@/lib/workflow/picked-names'
import type { StepSettings } from '@/lib/workflow/settings'
import { attemptStep } from '../attempt-step'
import { durable } from '../durable-steps'
import type { Execution } from '../execution'
import { factOf } from '../fact-of'
import { finishStep } from '../finish-step'
import type { Gate } from '../gate'
import { gateByApproval } from '../gate-by-approval'
import { markStep } from '../mark-step'
import { performCall } from '../perform-call'
import type { PreparedCall } from '../prepared-call'
import type { StepIdentity } from '../step-row'
import type { UsableTool } from './agent-tools'

export type CallSettling = {
  readonly step: StepIdentity
  readonly call: PlannedCall
  readonly tools: readonly UsableTool[]
  readonly settings: StepSettings
  readonly agentTitle: string
}

/** Settles one call that the model asked for: carried out through policy and ledger, or recorded as refused. */
export async function settleCall(execution: Execution, settling: CallSettling): Promise<ToolResult> {
  const { step } = settling
  const call = fitted(settling)
  if (call.do === 'refuse') await recordRefusal(execution, step, call)
  else await carryOut(execution, settling, call)
  return toResult(execution, step.path)
}

/** Arguments that fit the tool's schema may still break the action's own rules: lengths, formats, what must differ. */
function fitted({ call, tools }: CallSettling): PlannedCall {
  const used = call.do === 'run' ? tools[call.tool] : undefined
  if (call.do === 'refuse' || !used) return call
  const read = fromTool(used.action, used.fields, call.arguments)
  if (read.ok) return call
  const message = `The arguments do not fit: ${read.problems.slice(0, 10).join('; ')}.`
  return { ...call, do: 'refuse', result: { status: 'refused', rule: 'tool.arguments', message } }
}

async function recordRefusal(
  execution: Execution,
  step: StepIdentity,
  { arguments: input, result }: Extract<PlannedCall, { do: 'refuse' }>,
): Promise<void> {
  await durable(execution.steps, { path: step.path, name: step.title }, (isResumed) =>
    attemptStep(execution, { step, isResumed, tries: 3 }, async () => {
      await markStep(execution, { path: step.path, input })
      return finishStep(execution, step.path, { status: 'skipped' }, { refusal: result })
    }),
  )
}

async function carryOut(
  execution: Execution,
  { step, tools, settings, agentTitle }: CallSettling,
  call: Extract<PlannedCall, { do: 'run' }>,
): Promise<void> {
  const used = tools[call.tool]
  if (!used) throw new Error(`the call ${step.path} names a tool that is not there`)
  await performCall(execution, {
    step,
    settings: { ...settings, tries: undefined },
    source: {
      nodeId: step.nodeId,
      title: `${agentTitle}: ${used.action.title}`,
      actionId: used.action.id,
      connectionId: used.tool.connection,
      hosts: hostsFixed(used),
      names: pickedNames(fixedBindings(used)),
      resolve: (action) => toInput(action, used, call.arguments),
    },
    checkGate: (prepared) => gateOfCall(execution, step, used, prepared),
    onRefused: (refusal) => finishStep(execution, step.path, { status: 'skipped' }, { refusal }),
  })
}

function toInput(action: Action, { fields }: UsableTool, given: JsonObject): JsonObject {
  const read = fromTool(action, fields, given)
  if (read.ok) return read.input
  throw new HandrailError({
    code: 'invalid_input',
    who: 'user',
    retry: 'no',
    message: `The arguments do not fit: ${read.problems.slice(0, 10).join('; ')}.`,
  })
}

function fixedBindings({ tool }: UsableTool): Readonly<Record<string, Binding>> {
  return Object.fromEntries(
    Object.entries(tool.fields).flatMap(([key, { mode, value }]) =>
      mode === 'fixed' && value ? [[key, value]] : [],
    ),
  )
}

/** Addresses that the builder fixed: without a connection, an agent's request goes to no other host. */
function hostsFixed({ fields }: UsableTool): readonly string[] {
  return Object.values(fields).flatMap((field) => {
    if (field.mode !== 'fixed' || typeof field.value !== 'string') return []
    return URL.canParse(field.value) ? [new URL(field.value).host] : []
  })
}

async function gateOfCall(
  execution: Execution,
  step: StepIdentity,
  { tool, action }: UsableTool,
  call: PreparedCall,
): Promise<Gate> {
  const verdict = decideCall(action, { kind: 'agent', approval: tool.approval }, execution.policy)
  if (verdict === 'allow') return { state: 'open' }
  const known = await findApprovalsOfRun(database().db, {
    workspaceId: execution.scope.workspaceId,
    originRunId: execution.run.originRunId,
  })
  return gateByApproval(
    execution,
    { step, call, known },
    {
      title: call.title,
      message: 'An agent chose this call. It is made exactly as shown, or not at all.',
      approverRoles: ['owner', 'admin', 'builder', 'operator'],
      approverMembers: [],
      quorum: 1,
    },
  )
}

function toResult(execution: Execution, path: string): ToolResult {
  const { outcome, refusal } = factOf(execution, path)
  if (outcome.status === 'succeeded') return { status: 'done', output: outcome.output }
  if (outcome.status === 'failed') return { status: 'failed', error: outcome.error }
  return {
    status: 'refused',
    ...(refusal ?? { rule: 'person.skipped', message: 'A person decided that this call is not made.' }),
  }
}
