import { asInnerJson, asJson, type Statements } from '../system/runner/statements'
import type { StepRecord } from './record-steps'

/**
 * Stores steps of one run that touched no port, all in one statement that stays prepared however many they are. Those
 * that have ended already stay as they are. The caller holds the run's lock.
 */
export async function flushStepRows(
  sql: Statements,
  { workspaceId, runId }: Pick<StepRecord, 'workspaceId' | 'runId'>,
  records: readonly StepRecord[],
): Promise<void> {
  if (records.length === 0) return
  const rows = records.map(({ runId: _run, workspaceId: _workspace, output, ...step }) => ({
    ...step,
    output: asInnerJson(output),
  }))
  await sql`
    insert into steps (run_id, workspace_id, path, parent, node_id, type, title, action, position, status, exit, attempt,
      output, artifact_id, error, started_at, ended_at)
    select ${runId}, ${workspaceId}, step.path, step.parent, step."nodeId", step.type, step.title, step.action,
      step.position, step.status, step.exit, step.attempt, step.output::json, step."artifactId", step.error,
      step."startedAt", step."endedAt"
    from json_to_recordset(${asJson(rows)}::text::json) as step(path text, parent text, "nodeId" text, type text,
      title text, action text, position int, status text, exit text, attempt int, output text, "artifactId" text,
      error jsonb, "startedAt" timestamptz, "endedAt" timestamptz)
    on conflict (run_id, path) do update set
      status = excluded.status, exit = excluded.exit, output = excluded.output, artifact_id = excluded.artifact_id,
      error = excluded.error, waiting_for = null, ended_at = excluded.ended_at,
      started_at = coalesce(steps.started_at, excluded.started_at)
    where steps.ended_at is null`
}
