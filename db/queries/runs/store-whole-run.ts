import type { ArtifactRow } from '../artifacts/insert-artifact'
import type { StepRecord } from '../steps/record-steps'
import { asInnerJson, asJson, type Statements } from '../system/runner/statements'
import type { NewRun } from './insert-run'

export type StoredWhole = {
  readonly run: NewRun
  readonly steps: readonly StepRecord[]
  readonly artifacts: readonly ArtifactRow[]
}

/**
 * Stores a run that has ended, with all its steps: one statement, one commit, prepared; only values that are too large
 * to lie with their steps take statements of their own, in the transaction that the caller then begins. Answers false when a run of that id is
 * stored already, and stores nothing then.
 */
export async function storeWholeRun(sql: Statements, whole: StoredWhole): Promise<boolean> {
  if (!(await storeRows(sql, whole))) return false
  for (const artifact of whole.artifacts) await storeArtifact(sql, artifact)
  return true
}

async function storeRows(sql: Statements, { run, steps }: StoredWhole): Promise<boolean> {
  const row = { ...run, input: asInnerJson(run.input), output: asInnerJson(run.output) }
  const rows = steps.map(({ runId: _run, workspaceId: _workspace, output, ...step }) => ({
    ...step,
    output: asInnerJson(output),
  }))
  const [stored] = await sql<{ id: string }[]>`
    with stored as (
      insert into runs (id, workspace_id, workflow_id, version_id, mode, practice, status, trigger, started_via,
        started_by, input, input_artifact_id, output, error, origin_run_id, revision, dispatched_at, created_at,
        started_at, ended_at)
      select run.id, run."workspaceId", run."workflowId", run."versionId", run.mode, run.practice, run.status,
        run.trigger, run."startedVia", run."startedBy", coalesce(run.input, 'null')::json, run."inputArtifactId",
        run.output::json, run.error, run."originRunId", 1, run."createdAt", run."createdAt",
        run."createdAt", run."endedAt"
      from json_to_record(${asJson(row)}::text::json) as run(id text, "workspaceId" text, "workflowId" text,
        "versionId" text, mode text, practice boolean, status text, trigger text, "startedVia" text, "startedBy" text,
        input text, "inputArtifactId" text, output text, error jsonb, "originRunId" text, "createdAt" timestamptz,
        "endedAt" timestamptz)
      on conflict (id) do nothing
      returning id, workspace_id
    ), written as (
      insert into steps (run_id, workspace_id, path, parent, node_id, type, title, action, position, status, exit,
        attempt, output, artifact_id, error, started_at, ended_at)
      select stored.id, stored.workspace_id, step.path, step.parent, step."nodeId", step.type, step.title, step.action,
        step.position, step.status, step.exit, step.attempt, step.output::json, step."artifactId", step.error,
        step."startedAt", step."endedAt"
      from stored cross join json_to_recordset(${asJson(rows)}::text::json) as step(path text, parent text,
        "nodeId" text, type text, title text, action text, position int, status text, exit text, attempt int,
        output text, "artifactId" text, error jsonb, "startedAt" timestamptz, "endedAt" timestamptz)
    )
    select id from stored`
  return stored !== undefined
}

async function storeArtifact(sql: Statements, artifact: ArtifactRow): Promise<void> {
  const { id, workspaceId, runId = null, contentType, size, body } = artifact
  await sql`
    insert into artifacts (id, workspace_id, run_id, content_type, size, body)
    values (${id}, ${workspaceId}, ${runId}, ${contentType}, ${size}, ${body})`
}
