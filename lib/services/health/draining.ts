import 'server-only'

/** On `globalThis`: a Next.js server evaluates this module once for each bundle, and a process stops once. */
const holder = globalThis as { handrailDraining?: AbortController }

/**
 * Aborted when this process is about to stop. What holds a connection open for its own sake, a stream of events or a
 * wait for a run's end, ends then: the browser comes back to another process, or to this one once it is there again.
 */
export function draining(): AbortSignal {
  holder.handrailDraining ??= new AbortController()
  return holder.handrailDraining.signal
}

/** From now on no more traffic should come, and whoever only waits is let go. */
export function beginDraining(): void {
  draining()
  holder.handrailDraining?.abort()
}
