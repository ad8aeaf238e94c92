import { durationMs } from '@/lib/core/duration'
import { deadlineIn } from '@/lib/net/deadline'
import type { StepSettings } from '@/lib/workflow/settings'

const usualMs = 60_000

type Limits = {
  readonly unlessSetMs?: number
  /** What stops the work as well. */
  readonly stoppedBy?: readonly AbortSignal[]
}

/** Does the work with a signal that aborts after the step's time limit, counted from now. */
export async function withinLimit<Result>(
  settings: StepSettings,
  work: (signal: AbortSignal) => Promise<Result>,
  { unlessSetMs = usualMs, stoppedBy = [] }: Limits = {},
): Promise<Result> {
  const ms = settings.timeout === undefined ? undefined : durationMs(settings.timeout)
  const limit = deadlineIn(ms ?? unlessSetMs, stoppedBy)
  try {
    return await work(limit.signal)
  } finally {
    limit.clear()
  }
}
