import 'server-only'
import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import type { Database } from '@/db/client'
import { newId } from '@/db/new-id'
import type { EffectRow } from '@/db/queries/effects/effect-row'
import { findLatestEffect } from '@/db/queries/effects/find-latest-effect'
import { insertIntent } from '@/db/queries/effects/insert-intent'
import { resolveEffectRow } from '@/db/queries/effects/resolve-effect'
import { lockRun } from '@/db/queries/runs/lock-run'
import { touchRun } from '@/db/queries/runs/touch-run'
import { findStepRow } from '@/db/queries/steps/find-step'
import { getAction } from '@/lib/connectors'
import { HandrailError } from '@/lib/core/errors'
import type { EffectId, RunId } from '@/lib/core/ids'
import type { Json } from '@/lib/core/json'
import type { Actor } from '@/lib/policy/actor'
import { notFound } from '@/lib/services/http/not-found'
import { shapeInWords, unfold } from '@/lib/workflow/shape-in-words'
import { recordAudit } from '../audit/record-audit'
import { hasEnded } from '../runs/has-ended'
import { runSubject } from '../runs/run-subject'
import { effectKey, effectKeys, maximumGenerations } from './effect-call'

/** What a person says of a call, with what it gave where they know it. */
export type Resolution = {
  readonly outcome: 'happened' | 'again' | 'skip'
  readonly output?: Json | undefined
}

const statuses = { happened: 'confirmed', again: 'failed', skip: 'skipped' } as const

/**
 * Takes a person's word for a call of which nobody else knows whether it happened: it did, it is to be sent again (under
 * a key of its own), or it is left out. In the caller's transaction; the step goes on when it is told. Of what happened
 * the person may give the output too, in the action's form; without it, a later step that uses a value of this one fails
 * and names what it misses.
 */
export async function resolveEffect(
  tx: Database,
  actor: Actor,
  { runId, stepPath, outcome, output }: { readonly runId: RunId; readonly stepPath: string } & Resolution,
): Promise<EffectRow> {
  const { workspaceId } = actor
  const run = await lockRun(tx, { workspaceId, runId })
  if (!run) throw notFound('run')
  const found = await findStepRow(tx, { workspaceId, runId, path: stepPath })
  if (!found) throw notFound('step')
  const effect = await findLatestEffect(tx, {
    workspaceId,
    keys: effectKeys({ originRunId: run.originRunId, path: stepPath }),
  })
  if (effect?.status !== 'unknown' || hasEnded(run.status)) throw nothingToSay()
  if (outcome === 'again' && effect.generation >= maximumGenerations) throw tooOften()
  const resolved = await resolveEffectRow(tx, {
    workspaceId,
    effectId: effect.id,
    userId: actor.userId,
    status: statuses[outcome],
    ...(output === undefined ? {} : { output: readOutput(effect.action, { outcome, output }) }),
  })
  if (!resolved) throw nothingToSay()
  if (outcome === 'again') await intendAgain(tx, resolved, run.originRunId, runId)
  await touchRun(tx, { workspaceId, runId })
  await recordAudit(tx, actor, {
    action: 'run.resolve',
    subject: await runSubject(tx, { workspaceId, runId }),
    detail: { step: stepPath, outcome, effect: effect.id, outputGiven: output !== undefined },
  })
  return resolved
}

async function intendAgain(tx: Database, effect: EffectRow, originRunId: RunId, runId: RunId): Promise<void> {
  const generation = effect.generation + 1
  await insertIntent(tx, {
    ...effect,
    id: newId<EffectId>('eff'),
    runId,
    key: effectKey({ originRunId, path: effect.stepPath }, generation),
    generation,
    status: 'intended',
    output: null,
    error: null,
    fence: randomUUID(),
    attempt: 1,
    intendedAt: new Date(),
    sentAt: null,
    settledAt: null,
    resolvedBy: null,
  })
}

/** What a person says that a call gave, in the form that its action promises. */
function readOutput(
  action: string,
  { outcome, output }: { readonly outcome: Resolution['outcome']; readonly output: Json },
): Json {
  if (outcome !== 'happened') throw wrongOutput('Only a call that happened has an output. Leave it out.')
  const parsed = (getAction(action)?.output ?? z.json()).safeParse(output)
  if (parsed.success) return z.json().parse(parsed.data)
  const [issue] = parsed.error.issues.flatMap(unfold)
  const where = issue?.path.length ? `‘${issue.path.map(String).join('.')}’ of the output` : 'The output'
  throw wrongOutput(`${where} ${issue ? shapeInWords(issue) : 'is not in the form that the action gives.'}`)
}

function wrongOutput(message: string): HandrailError {
  return new HandrailError({ code: 'invalid_input', who: 'user', retry: 'no', message, field: 'output' })
}

function nothingToSay(): HandrailError {
  return new HandrailError({
    code: 'conflict',
    who: 'user',
    retry: 'no',
    message: 'This step does not wait to be told what happened. Reload the run.',
  })
}

function tooOften(): HandrailError {
  return new HandrailError({
    code: 'limit_reached',
    who: 'user',
    retry: 'no',
    message: 'This was sent again too often. Look at the service, then say that it happened, or skip it.',
  })
}
