import { durationMs } from '@/lib/core/duration'
import type { StepSettings } from '@/lib/workflow/settings'

const usualMs = 60_000

/** Aborts after the step's time limit, counted from now. */
export function timeLimit(settings: StepSettings, unlessSetMs = usualMs): AbortSignal {
  const ms = (settings.timeout === undefined ? undefined : durationMs(settings.timeout)) ?? unlessSetMs
  return AbortSignal.timeout(Math.min(ms, 2 ** 31 - 1))
}
