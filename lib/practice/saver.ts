/** Writes the newest state, one write at a time; changes that come meanwhile share the next one. */
export type Saver = {
  /** Ends when a write that began after this call has ended, or after `patience` milliseconds. */
  request(): Promise<void>
  /** Waits for what is under way, and writes once more if something changed since. */
  flush(): Promise<void>
}

export function saver(write: () => Promise<void>, patience: number): Saver {
  let running: Promise<void> | null = null
  let waiting: Promise<void> | null = null

  const start = (): Promise<void> => {
    running = write()
      .catch(() => {})
      .finally(() => {
        running = null
      })
    return running
  }
  const next = (): Promise<void> => {
    if (!running) return start()
    waiting ??= running.then(() => {
      waiting = null
      return start()
    })
    return waiting
  }
  return {
    async request() {
      let timer: NodeJS.Timeout | undefined
      const enough = new Promise<void>((resolve) => {
        timer = setTimeout(resolve, patience)
      })
      await Promise.race([next(), enough])
      clearTimeout(timer)
    },
    async flush() {
      await next()
    },
  }
}
