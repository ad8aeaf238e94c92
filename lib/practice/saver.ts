/** Writes the newest state, one write at a time; changes that come meanwhile share the next one. */
export type Saver = {
  /** Ends when a write that began after this call has ended, or after `patience` milliseconds. */
  request(): Promise<void>
  /** Writes what is not written yet: after an outage, and at the end. */
  flush(): Promise<void>
}

export function saver(write: () => Promise<void>, patience: number): Saver {
  let isDirty = false
  let running: Promise<void> | null = null
  let waiting: Promise<void> | null = null

  const start = (): Promise<void> => {
    isDirty = false
    running = write()
      .catch(() => {
        isDirty = true
      })
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
      isDirty = true
      let timer: NodeJS.Timeout | undefined
      const enough = new Promise<void>((resolve) => {
        timer = setTimeout(resolve, patience)
      })
      await Promise.race([next(), enough])
      clearTimeout(timer)
    },
    async flush() {
      if (running) await running
      if (isDirty) await next()
    },
  }
}
