/** Writes the newest state, one write at a time; changes that come meanwhile share the next one. */
export type Saver = {
  /** Ends when a write that began after this call has succeeded. Throws when it failed, or after `patience` milliseconds. */
  request(): Promise<void>
  /** Writes what is not written yet: after an outage, and at the end. Throws when that fails. */
  flush(): Promise<void>
}

export function saver(write: () => Promise<void>, patience: number): Saver {
  let isDirty = false
  let running: Promise<void> | null = null
  let waiting: Promise<void> | null = null

  const start = (): Promise<void> => {
    isDirty = false
    running = write()
      .catch((error: unknown) => {
        isDirty = true
        throw error
      })
      .finally(() => {
        running = null
      })
    return running
  }
  const next = (): Promise<void> => {
    if (!running) return start()
    waiting ??= running
      .catch(() => {})
      .then(() => {
        waiting = null
        return start()
      })
    return waiting
  }
  return {
    async request() {
      isDirty = true
      const written = next()
      written.catch(() => {})
      let timer: NodeJS.Timeout | undefined
      const enough = new Promise<never>((_, reject) => {
        timer = setTimeout(() => reject(new Error(`Not written within ${patience} ms.`)), patience)
      })
      await Promise.race([written, enough]).finally(() => clearTimeout(timer))
    },
    async flush() {
      await running?.catch(() => {})
      if (isDirty) await next()
    },
  }
}
