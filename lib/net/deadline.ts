/** A time limit that is taken away when the work is done: `AbortSignal.timeout` would stay until its time is over. */
export type Deadline = {
  readonly milliseconds: number
  readonly signal: AbortSignal
  clear(): void
}

/** A signal that aborts after so long. Clear it when the call has ended. */
export function deadlineIn(milliseconds: number): Deadline {
  const controller = new AbortController()
  const timer = setTimeout(
    () => controller.abort(new DOMException('The time is over.', 'TimeoutError')),
    milliseconds,
  )
  return { milliseconds, signal: controller.signal, clear: () => clearTimeout(timer) }
}
