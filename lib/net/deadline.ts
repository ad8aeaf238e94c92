/**
 * A time limit that is taken away when the work is done. `AbortSignal.timeout` stays until its time is over, and holds
 * on to whatever was under way when it was made; a signal of `AbortSignal.any` that is listened to stays as long as that.
 */
export type Deadline = {
  readonly milliseconds: number
  readonly signal: AbortSignal
  clear(): void
}

const longestTimer = 2 ** 31 - 1

/** A signal that aborts after so long, or as soon as one that it follows does. Clear it when the work has ended. */
export function deadlineIn(milliseconds: number, followed: readonly AbortSignal[] = []): Deadline {
  const controller = new AbortController()
  const timer = setTimeout(
    () => controller.abort(new DOMException('The time is over.', 'TimeoutError')),
    Math.min(milliseconds, longestTimer),
  )
  const endings = followed.map((signal) => follow(signal, controller))
  return {
    milliseconds,
    signal: controller.signal,
    clear: () => {
      clearTimeout(timer)
      for (const end of endings) end()
    },
  }
}

function follow(signal: AbortSignal, controller: AbortController): () => void {
  const abort = () => controller.abort(signal.reason)
  if (signal.aborted) abort()
  else signal.addEventListener('abort', abort, { once: true })
  return () => signal.removeEventListener('abort', abort)
}
