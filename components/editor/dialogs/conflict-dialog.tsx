'use client'

import { useState } from 'react'
import { messageOf } from '@/components/api/api-error'
import { Alert } from '@/components/ui/alert'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import { useEditorActions } from '../editor-actions'
import { useEditor, useEditorStore } from '../store/editor-context'

/** Two people changed the draft: one of the two stays, and nothing is lost without a word. */
export function ConflictDialog() {
  const store = useEditorStore()
  const isConflict = useEditor((state) => state.save.status === 'conflict')
  const isAsked = useEditor((state) => state.dialog === 'conflict')
  const [isPutOff, setPutOff] = useState(false)
  const later = () => {
    setPutOff(true)
    store.setState({ dialog: null })
  }
  const { keepMine, takeTheirs } = useEditorActions()
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)
  const settle = async (act: () => Promise<void>) => {
    setBusy(true)
    setProblem(null)
    try {
      await act()
      setPutOff(false)
      store.setState({ dialog: null })
    } catch (error) {
      setProblem(messageOf(error))
    }
    setBusy(false)
  }
  return (
    <Dialog
      open={isConflict && (isAsked || !isPutOff)}
      onOpenChange={(open) => (open ? null : later())}
      title="Someone else changed this draft"
      description="Both of you edited it at the same time. Choose which one goes on."
      footer={
        <>
          <Button busy={busy} onClick={() => void settle(keepMine)}>
            Keep mine
          </Button>
          <Button variant="primary" busy={busy} onClick={() => void settle(takeTheirs)}>
            Load theirs
          </Button>
        </>
      }
    >
      {problem ? <Alert tone="failed">{problem}</Alert> : null}
      <p className="text-muted">
        “Load theirs” shows what they saved; Undo brings yours back. “Keep mine” saves yours over theirs.
      </p>
    </Dialog>
  )
}
