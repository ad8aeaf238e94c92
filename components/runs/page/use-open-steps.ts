'use client'

import { useCallback, useState } from 'react'

export type OpenSteps = {
  readonly open: ReadonlySet<string>
  /** The one that was opened last. */
  readonly last: string | null
  readonly toggle: (path: string) => void
  readonly show: (path: string) => void
}

/** Which steps of the story stand open. */
export function useOpenSteps(first: string | null): OpenSteps {
  const [open, setOpen] = useState<ReadonlySet<string>>(new Set(first ? [first] : []))
  const toggle = useCallback((path: string) => {
    setOpen((before) => {
      const next = new Set(before)
      if (!next.delete(path)) next.add(path)
      return next
    })
  }, [])
  const show = useCallback((path: string) => {
    setOpen((before) => (before.has(path) ? before : new Set([...before, path])))
  }, [])
  return { open, last: [...open].at(-1) ?? null, toggle, show }
}
