/** Whoever waits longer follows a stream, or asked to be told when a run has ended: nothing is gained by hurrying. */
const patienceMs = 1_000

/** On `globalThis`: the server and the application's bundles each have this module. */
const holder = globalThis as { handrailWaiting?: { count: number } }

const waiting = () => {
  holder.handrailWaiting ??= { count: 0 }
  return holder.handrailWaiting
}

/** Somebody asked for a page or called the API. Returns what to do when they are answered. */
export function beginWaiting(): () => void {
  let isWaiting = true
  waiting().count += 1
  const end = () => {
    if (isWaiting) waiting().count -= 1
    isWaiting = false
    clearTimeout(timer)
  }
  const timer = setTimeout(end, patienceMs)
  timer.unref()
  return end
}

/** Does somebody wait for an answer of this process now? Work that nobody watches gives way to them. */
export const doesSomebodyWait = (): boolean => waiting().count > 0
