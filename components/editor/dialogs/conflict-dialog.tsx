'use client'

import { useState } from 'react'
import { messageOf } from '@/components/api/api-error'
import { Alert } from '@/components/ui/alert'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import { useEditorActions } from '../editor-actions'
import { useEditor } from '../store/editor-context'

const stayOpen = () => {}

/** Two people changed the draft: one of the two stays, and nothing is lost without a word. */
export function ConflictDialog() {
  const isConflict = useEditor((state) => state.save.status === 'conflict')
  const { keepMine, takeTheirs } = useEditorActions()
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)
  const settle = async (act: () => Promise<void>) => {
    setBusy(true)
    setProblem(null)
    try {
      await act()
    } catch (error) {
      setProblem(messageOf(error))
    }
    setBusy(false)
  }
  return (
    <Dialog
      open={isConflict}
      onOpenChange={stayOpen}
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
