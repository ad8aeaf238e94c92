import { database } from '@/db/client'
import type { ModelRequest } from '@/lib/agent/contract'
import { callModel } from '@/lib/agent/openai/call-model'
import { costOf } from '@/lib/agent/prices'
import type { Json } from '@/lib/core/json'
import { openChosenProvider } from '@/lib/services/providers/open-provider'
import { modelAnswerMs } from '@/lib/services/providers/to-open-provider'
import type { StepSettings } from '@/lib/workflow/settings'
import { whileAway } from '../../embedded/current-lease'
import { asksOf } from '../ask-after-failure'
import { attemptStep } from '../attempt-step'
import { durable } from '../durable-steps'
import type { Execution } from '../execution'
import { finishStep } from '../finish-step'
import { markStep } from '../mark-step'
import type { StepIdentity } from '../step-row'
import { withinLimit } from '../time-limit'
import type { StoredTask } from './stored-task'

/** Asks the model once, as a durable step of its own with its tokens and cost. */
export async function takeTurn(
  execution: Execution,
  step: StepIdentity,
  request: ModelRequest,
  { task, settings }: { readonly task: StoredTask; readonly settings: StepSettings },
): Promise<void> {
  await durable(execution.steps, { path: step.path, name: step.title }, (isResumed) =>
    attemptStep(
      execution,
      {
        step,
        isResumed,
        tries: settings.tries ?? 3,
        backoff: settings.backoff,
        asks: asksOf(settings),
      },
      async () => {
        await markStep(execution, { path: step.path, input: shownOf(request) })
        const { workspaceId } = execution.scope
        const provider = await openChosenProvider(database().db, { workspaceId, provider: task.provider })
        const turn = await withinLimit(
          settings,
          (signal) => whileAway(() => callModel(provider, request, signal)),
          { unlessSetMs: modelAnswerMs, stoppedBy: [execution.signal] },
        )
        const { tokensIn, tokensOut } = turn.usage
        const output: Json = JSON.parse(JSON.stringify(turn))
        return finishStep(
          execution,
          step.path,
          { status: 'succeeded', exit: 'out', output },
          { usage: { tokensIn, tokensOut, cost: costOf(turn.usage, task.price) } },
        )
      },
    ),
  )
}

/** What the record shows of a question: the model, and what was said since its last answer. */
function shownOf(request: ModelRequest): Json {
  const last = request.messages.findLastIndex(({ role }) => role === 'model')
  const said: Json = JSON.parse(JSON.stringify(request.messages.slice(last + 1)))
  return {
    model: request.model,
    ...(last === -1 ? { instructions: request.instructions } : {}),
    messages: said,
  }
}
