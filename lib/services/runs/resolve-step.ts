import 'server-only'
import { z } from 'zod'
import { type Database, database } from '@/db/client'
import { lockRun } from '@/db/queries/runs/lock-run'
import { touchRun } from '@/db/queries/runs/touch-run'
import { answerQuestion, findLatestQuestion } from '@/db/queries/steps/questions'
import { HandrailError } from '@/lib/core/errors'
import type { RunId } from '@/lib/core/ids'
import type { Actor } from '@/lib/policy/actor'
import { authorize } from '@/lib/policy/authorize'
import { notFound } from '@/lib/services/http/not-found'
import { stepAnswers } from '@/lib/workflow/views/run-view'
import { recordAudit } from '../audit/record-audit'
import { resolveEffect } from '../ledger/resolve-effect'
import { log } from '../log'
import { hasEnded } from './has-ended'
import { runSubject } from './run-subject'
import { carrier } from './start/carrier'
import { toRunId } from './to-id'
import { announceRun } from './watch/announce-run'

export const resolutionFields = z.strictObject({
  outcome: z.enum(stepAnswers),
  /** With `happened`: what the call gave, for the steps that use it. Left out, it gave nothing that is known. */
  output: z.json().optional(),
})

export type StepResolution = z.infer<typeof resolutionFields>

type Resolving = StepResolution & { readonly runId: RunId; readonly stepPath: string }

/**
 * Takes what a person says to a step that waits for them: what became of a call whose outcome nobody knows, or what is
 * to be done about a failure. Then the step goes on.
 */
export async function resolveStep(
  actor: Actor,
  id: string,
  stepPath: string,
  resolution: StepResolution,
): Promise<void> {
  authorize(actor, 'run.resolve')
  const runId = toRunId(id)
  const signal = await database().db.transaction((tx) =>
    resolve(tx, actor, { runId, stepPath, ...resolution }),
  )
  announceRun(runId)
  await carrier()
    ?.signal(signal)
    .catch((error: unknown) =>
      log().warn({ err: error, runId }, 'a step was resolved, but its run is not told yet'),
    )
}

/** Answers the signal that the step waits for. */
async function resolve(tx: Database, actor: Actor, resolving: Resolving): Promise<string> {
  const { runId, stepPath, outcome, output } = resolving
  const { workspaceId } = actor
  const run = await lockRun(tx, { workspaceId, runId })
  if (!run) throw notFound('run')
  const question = await findLatestQuestion(tx, { workspaceId, runId, path: stepPath })
  if (question?.answer !== null || hasEnded(run.status)) {
    if (outcome === 'stop') throw notAsked('This step does not ask whether to stop. Reload the run.')
    return (await resolveEffect(tx, actor, { runId, stepPath, outcome, output })).id
  }
  if (!question.choices.includes(outcome)) {
    throw notAsked(`This step can be answered with: ${question.choices.join(', ')}.`)
  }
  await answerQuestion(tx, { workspaceId, questionId: question.id, answer: outcome, userId: actor.userId })
  await touchRun(tx, { workspaceId, runId })
  await recordAudit(tx, actor, {
    action: 'run.resolve',
    subject: await runSubject(tx, { workspaceId, runId }),
    detail: { step: stepPath, outcome, question: question.id },
  })
  return question.id
}

function notAsked(message: string): HandrailError {
  return new HandrailError({ code: 'conflict', who: 'user', retry: 'no', message, field: 'outcome' })
}
