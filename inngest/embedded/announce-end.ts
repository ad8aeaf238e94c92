import type { LeasedJob } from '@/db/queries/system/runner/lease-jobs'
import { dropJob } from '@/db/queries/system/runner/move-job'
import { type EndedRun, readRunEnd } from '@/db/queries/system/runner/read-run-end'
import type { RunnerEvent } from './event'
import { ingestEvents } from './ingest-events'
import type { RunnerParts } from './runner-parts'

/**
 * Tells the end of a run as events, for functions with `onFailure` and others that listen. It is a job of its own, so
 * that a crash between the end and its announcement loses nothing; the events' ids make a second telling harmless.
 */
export async function announceEnd(parts: RunnerParts, job: LeasedJob): Promise<void> {
  const run = await readRunEnd(parts.sql, job.runId)
  if (run) await ingestEvents(parts, toEvents(run))
  await dropJob(parts.sql, job.id)
}

function toEvents(run: EndedRun): RunnerEvent[] {
  const about = { function_id: run.functionId, run_id: run.id, event: run.events[0], events: run.events }
  const event = (word: string, data: Record<string, unknown>): RunnerEvent => ({
    id: `${run.id}:${word}`,
    name: `inngest/function.${word}`,
    data: { ...about, ...data },
    ts: Date.now(),
  })
  switch (run.status) {
    case 'completed':
      return [event('finished', { result: run.output })]
    case 'failed':
      return [event('failed', { error: run.error }), event('finished', { error: run.error })]
    case 'cancelled':
      return [event('cancelled', {})]
  }
}
