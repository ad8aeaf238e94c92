import type { RunId } from '@/lib/core/ids'

const holder = globalThis as { handrailCancellations?: Map<string, AbortController> }

/** A signal that aborts when this run is cancelled while this process carries it. */
export function cancellationOf(runId: RunId): AbortSignal {
  holder.handrailCancellations ??= new Map()
  const known = holder.handrailCancellations.get(runId)
  if (known) return known.signal
  const controller = new AbortController()
  holder.handrailCancellations.set(runId, controller)
  return controller.signal
}

export function abortRun(runId: string): void {
  holder.handrailCancellations?.get(runId)?.abort()
}

export function forgetCancellation(runId: RunId): void {
  holder.handrailCancellations?.delete(runId)
}
