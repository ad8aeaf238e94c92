'use client'

import { CloudOff, LoaderCircle } from 'lucide-react'
import { useEffect, useState } from 'react'
import { Button } from '@/components/ui/button'
import { useEditorActions } from '../editor-actions'
import { useEditor, useEditorStore } from '../store/editor-context'

/** Whether what is on the canvas is safe on the server. */
export function SaveLine() {
  const save = useEditor((state) => state.save)
  const store = useEditorStore()
  const { flush } = useEditorActions()
  switch (save.status) {
    case 'saved':
      return <SavedAgo at={save.at} />
    case 'waiting':
    case 'saving':
      return (
        <span className="inline-flex items-center gap-1.5 text-muted text-sm">
          <LoaderCircle className="size-3.5 animate-spin" aria-hidden />
          Saving…
        </span>
      )
    case 'offline':
      return (
        <span role="status" className="inline-flex items-center gap-1.5 text-sm text-write">
          <CloudOff className="size-3.5" aria-hidden />
          Not saved: no connection.
          <Button variant="link" size="sm" onClick={() => void flush()}>
            Try now
          </Button>
        </span>
      )
    case 'conflict':
      return (
        <span role="status" className="inline-flex items-center gap-1.5 text-failed text-sm">
          Not saved: changed by someone else.
          <Button variant="link" size="sm" onClick={() => store.setState({ dialog: 'conflict' })}>
            Choose
          </Button>
        </span>
      )
    case 'refused':
      return (
        <span role="alert" title={save.message} className="max-w-60 truncate text-failed text-sm">
          Not saved: {save.message}
        </span>
      )
  }
}

function SavedAgo({ at }: { at: number }) {
  const [now, setNow] = useState<number | null>(null)
  useEffect(() => {
    setNow(Date.now())
    const timer = setInterval(() => setNow(Date.now()), 5_000)
    return () => clearInterval(timer)
  }, [])
  const seconds = now === null ? 0 : Math.max(0, Math.round((now - at) / 1_000))
  return <span className="whitespace-nowrap text-muted text-sm tabular-nums">{agoInWords(seconds)}</span>
}

function agoInWords(seconds: number): string {
  if (seconds < 2) return 'Saved'
  return seconds < 60 ? `Saved ${seconds} s ago` : `Saved ${Math.floor(seconds / 60)} min ago`
}
