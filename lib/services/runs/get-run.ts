import 'server-only'
import { database } from '@/db/client'
import { findArtifact } from '@/db/queries/artifacts/find-artifact'
import { listOpenAddresses } from '@/db/queries/calls/list-open-addresses'
import { listEffectRows } from '@/db/queries/effects/list-effects'
import { findRun } from '@/db/queries/runs/find-run'
import { listRunRows } from '@/db/queries/runs/list-runs'
import { listStepRows } from '@/db/queries/steps/list-steps'
import type { Json } from '@/lib/core/json'
import { env } from '@/lib/env'
import type { Actor } from '@/lib/policy/actor'
import { authorize, may } from '@/lib/policy/authorize'
import { notFound } from '@/lib/services/http/not-found'
import type { RunView } from '@/lib/workflow/views/run-view'
import { toRunSummary } from './run-summary'
import { toEffectView, toStepView } from './step-view'
import { toRunId } from './to-id'

/** A run opened: its steps, their outputs, and what it did outside. */
export async function getRun(actor: Actor, id: string): Promise<RunView> {
  authorize(actor, 'run.read')
  const { db } = database()
  const { workspaceId } = actor
  const runId = toRunId(id)
  const scope = { workspaceId, runId }
  // One snapshot: a run that has ended is shown with all its steps.
  const [run, [summary], steps, effects] = await db.transaction(
    (tx) =>
      Promise.all([
        findRun(tx, scope),
        listRunRows(tx, { ...scope, limit: 1 }),
        listStepRows(tx, scope),
        listEffectRows(tx, scope),
      ]),
    { isolationLevel: 'repeatable read', accessMode: 'read only' },
  )
  if (!run || !summary) throw notFound('run')
  const waitsForCall = steps.some(({ step }) => step.type === 'wait' && step.status === 'waiting')
  const addresses =
    waitsForCall && may(actor, 'run.start') ? await listOpenAddresses(db, scope) : new Map<string, string>()
  const large = run.inputArtifactId
    ? await findArtifact(db, { workspaceId, artifactId: run.inputArtifactId })
    : undefined
  const input: Json = large ? JSON.parse(large.body.toString('utf8')) : run.input
  return {
    ...toRunSummary(summary),
    input,
    output: run.output,
    trigger: run.trigger,
    originRunId: run.originRunId === run.id ? null : run.originRunId,
    steps: steps.map((row) => toStepView(row, addressOf(addresses.get(row.step.path)))),
    effects: effects.map((effect) => toEffectView(effect, runId)),
    revision: run.revision,
  }
}

function addressOf(token: string | undefined): string | null {
  return token === undefined ? null : `${env().HANDRAIL_URL}/hooks/waits/${token}`
}
