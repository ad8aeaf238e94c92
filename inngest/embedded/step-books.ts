import { createHash } from 'node:crypto'
import { holdJob, holdRun } from '@/db/queries/system/runner/hold-run'
import type { LeasedJob } from '@/db/queries/system/runner/lease-jobs'
import type { Statements } from '@/db/queries/system/runner/statements'
import { storeCheckpoint } from '@/db/queries/system/runner/store-checkpoint'
import type { NamedStep } from './current-lease'
import { finishRun } from './finish-run'
import type { RunnerParts } from './runner-parts'

/**
 * What the code of a step may write into the runner's books within its own last transaction, so that one commit makes
 * both the step's outcome and the runtime's memo of it. Each answers `false` when another process has the job by now:
 * the transaction is to be given up.
 */
export type StepBooks = {
  /** The step ends with this transaction, and gives `data`. */
  keep(sql: Statements, step: NamedStep, data: unknown): Promise<boolean>
  /** The function returns after this step and gives nothing: its run ends with this transaction. */
  end(sql: Statements): Promise<boolean>
  /** The transaction was committed. */
  wasKept(step: NamedStep): void
  hasEnded(): void
}

export type CallBooks = StepBooks & {
  /** Are all these in the books already? */
  hold(hashes: readonly string[]): boolean
  isOver(): boolean
  /** The end of the run made something else due. */
  isFollowed(): boolean
}

/** The books of one call of a function. */
export function callBooks(parts: RunnerParts, job: LeasedJob): CallBooks {
  const { id: jobId, runId, token } = job
  const kept = new Set<string>()
  let isOver = false
  let isFollowed = false
  return {
    keep: (sql, { id, name }, data) => {
      const steps = [{ hash: hashOf(id), name, op: 'StepRun', data }]
      return storeCheckpoint(sql, { runId, jobId, token, steps })
    },
    end: async (sql) => {
      const [isRunning, held] = await Promise.all([holdRun(sql, runId), holdJob(sql, { jobId, token })])
      if (!isRunning || !held) return false
      isFollowed = await finishRun(sql, parts, { runId, status: 'completed', output: null })
      return true
    },
    wasKept: ({ id }) => void kept.add(hashOf(id)),
    hasEnded: () => {
      isOver = true
    },
    hold: (hashes) => isOver || hashes.every((hash) => kept.has(hash)),
    isOver: () => isOver,
    isFollowed: () => isFollowed,
  }
}

/** How the protocol names a step whose id is used once. */
const hashOf = (id: string): string => createHash('sha1').update(id).digest('hex')
