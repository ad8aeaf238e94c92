'use client'

import { useEffect, useRef, useState } from 'react'
import { ApiError } from './api-error'
import { readEvents, type ServerEvent } from './client'
import { useHere } from './workspace-context'

const waits = [500, 1_000, 2_000, 5_000, 10_000]

/**
 * Listens to an event stream of the API while the component stands, and connects again when it breaks. Gives whether
 * it is connected now. A null path listens to nothing.
 */
export function useEvents(path: string | null, onEvent: (event: ServerEvent) => void): boolean {
  const { workspace } = useHere()
  const [connected, setConnected] = useState(false)
  const handler = useRef(onEvent)
  useEffect(() => {
    handler.current = onEvent
  })
  useEffect(() => {
    if (path === null) return
    const stop = new AbortController()
    void listen(stop.signal)
    return () => stop.abort()

    async function listen(signal: AbortSignal) {
      for (let failures = 0; !signal.aborted; failures += 1) {
        try {
          await readEvents({ path: path ?? '', workspace: workspace.slug, signal }, (event) => {
            failures = 0
            setConnected(true)
            handler.current(event)
          })
        } catch (thrown) {
          // What is gone or forbidden stays so: asking again would not help.
          if (thrown instanceof ApiError && thrown.status >= 400 && thrown.status < 500) return
        }
        setConnected(false)
        await pause(waits[Math.min(failures, waits.length - 1)] ?? 10_000, signal)
      }
    }
  }, [path, workspace.slug])
  return connected
}

function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, ms)
    signal.addEventListener('abort', () => {
      clearTimeout(timer)
      resolve()
    })
  })
}
