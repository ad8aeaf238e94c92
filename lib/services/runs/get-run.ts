import 'server-only'
import { type Database, database } from '@/db/client'
import { findArtifact } from '@/db/queries/artifacts/find-artifact'
import { listOpenAddresses } from '@/db/queries/calls/list-open-addresses'
import { listEffectRows } from '@/db/queries/effects/list-effects'
import { findWorkflowOfRun, listCalledRuns } from '@/db/queries/runs/called-runs'
import { findRun, type RunRow } from '@/db/queries/runs/find-run'
import { listRunRows } from '@/db/queries/runs/list-runs'
import { listItemsOfRun } from '@/db/queries/steps/list-items'
import { listInnerStepRows, listStepRows, listStepRowsOfItem } from '@/db/queries/steps/list-steps'
import { listOpenQuestions } from '@/db/queries/steps/questions'
import type { RunId, WorkspaceId } from '@/lib/core/ids'
import { env } from '@/lib/env'
import type { Actor } from '@/lib/policy/actor'
import { authorize, may } from '@/lib/policy/authorize'
import { notFound } from '@/lib/services/http/not-found'
import type { RunView, StepView } from '@/lib/workflow/views/run-view'
import { toRunSummary } from './run-summary'
import { type StepSurroundings, toEffectView, toStepViews } from './step-view'
import { storedJson } from './stored-json'
import { toRunId } from './to-id'

/** Steps inside of loops come along with the run up to so many. */
const mostInnerSteps = 200

/** A run shows so many items of its loops at most. */
const mostItems = 5_000

/** A run opened: its steps, their outputs, and what it did outside. */
export async function getRun(actor: Actor, id: string): Promise<RunView> {
  authorize(actor, 'run.read')
  const { db } = database()
  const { workspaceId } = actor
  const runId = toRunId(id)
  const scope = { workspaceId, runId }
  // One snapshot: a run that has ended is shown with all its steps.
  const [run, [summary], steps, inner, effects, around] = await db.transaction(
    (tx) =>
      Promise.all([
        findRun(tx, scope),
        listRunRows(tx, { ...scope, limit: 1 }),
        listStepRows(tx, scope),
        listInnerStepRows(tx, { ...scope, limit: mostInnerSteps + 1 }),
        listEffectRows(tx, scope),
        surroundings(tx, scope),
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
  return {
    ...toRunSummary(summary),
    input: storedJson(large?.body, run.input),
    output: run.output,
    trigger: run.trigger,
    originRunId: run.originRunId === run.id ? null : run.originRunId,
    calledBy: await callerOf(db, { workspaceId, run }),
    steps: toStepViews([...steps, ...(inner.length > mostInnerSteps ? [] : inner)], {
      ...around,
      addressOf: (path) => addressOf(addresses.get(path)),
    }),
    effects: effects.map((effect) => toEffectView(effect, runId)),
    revision: run.revision,
  }
}

function addressOf(token: string | undefined): string | null {
  return token === undefined ? null : `${env().HANDRAIL_URL}/hooks/waits/${token}`
}

/** The steps of one item of a loop (`each_1[3]`); without one, those that stand in no loop. */
export async function getStepsOfItem(
  actor: Actor,
  id: string,
  { item }: { readonly item?: string | undefined },
): Promise<{ items: StepView[] }> {
  authorize(actor, 'run.read')
  const scope = { workspaceId: actor.workspaceId, runId: toRunId(id) }
  const [run, rows, around] = await database().db.transaction(
    (tx) =>
      Promise.all([
        findRun(tx, scope),
        item === undefined ? listStepRows(tx, scope) : listStepRowsOfItem(tx, { ...scope, item }),
        surroundings(tx, scope),
      ]),
    { isolationLevel: 'repeatable read', accessMode: 'read only' },
  )
  if (!run) throw notFound('run')
  return { items: toStepViews(rows, { ...around, addressOf: () => null }) }
}

type Scope = { readonly workspaceId: WorkspaceId; readonly runId: RunId }

async function surroundings(tx: Database, scope: Scope): Promise<Omit<StepSurroundings, 'addressOf'>> {
  const [questions, called, items] = await Promise.all([
    listOpenQuestions(tx, scope),
    listCalledRuns(tx, scope),
    listItemsOfRun(tx, { ...scope, limit: mostItems }),
  ])
  return { questions, called, items }
}

async function callerOf(
  db: Database,
  { workspaceId, run }: { readonly workspaceId: WorkspaceId; readonly run: RunRow },
): Promise<RunView['calledBy']> {
  if (run.parentRunId === null) return null
  const caller = await findWorkflowOfRun(db, { workspaceId, runId: run.parentRunId })
  return {
    runId: run.parentRunId,
    step: run.parentPath ?? '',
    workflow: { id: caller?.workflowId ?? '', name: caller?.workflowName ?? '(deleted)' },
  }
}
