import { z } from 'zod'
import { type EndedStep, storeCheckpoint } from '@/db/queries/system/runner/store-checkpoint'
import { limits } from './limits'
import { nameOf, type Operation, operation } from './read-answer'
import type { RunnerParts } from './runner-parts'

const checkpoint = z.object({ run_id: z.string(), qi_id: z.string(), steps: z.array(operation) })

/**
 * Stores the steps that ended within a call, before the next one begins. `stale`: another process has the job now,
 * and the SDK must halt.
 */
export async function takeCheckpoint(
  parts: RunnerParts,
  body: unknown,
  isKept: (token: string, hashes: readonly string[]) => boolean,
): Promise<{ readonly outcome: 'stored' | 'stale' | 'refused'; readonly token: string }> {
  const { run_id: runId, qi_id: item, steps } = checkpoint.parse(body)
  const [jobId = '0', token = ''] = item.split('|')
  // The step itself has stored that it ended, with what it did.
  const hashes = steps.map(({ id }) => id)
  if (isKept(token, hashes)) return { outcome: 'stored', token }
  const ended = steps.filter((step) => step.op === 'StepRun').map(toEndedStep)
  if (ended.length !== steps.length || ended.some(isTooLarge)) return { outcome: 'refused', token }
  const held = await storeCheckpoint(parts.sql, { runId, jobId, token, steps: ended })
  return { outcome: held ? 'stored' : 'stale', token }
}

const toEndedStep = (step: Operation): EndedStep => ({
  hash: step.id,
  name: nameOf(step),
  op: step.op,
  data: step.data ?? null,
})

const isTooLarge = (step: EndedStep): boolean =>
  Buffer.byteLength(JSON.stringify(step.data)) > limits.outputBytes
