'use client'

import { useState } from 'react'
import type { WorkflowSummary } from '@/lib/workflow/views/workflow-view'
import { ShareDialog } from '../catalog/share-dialog'
import { ConfirmDialog } from '../ui/alert-dialog'
import type { Asking } from './builder-items'
import { useWorkflowChanges } from './use-workflow-changes'

type BuilderDialogsProps = {
  workflow: WorkflowSummary
  asking: Asking
  onAsk: (asking: Asking) => void
  onDeleted: () => void
}

/** What the items of a builder's menu ask before they act. */
export function BuilderDialogs({ workflow, asking, onAsk, onDeleted }: BuilderDialogsProps) {
  const changes = useWorkflowChanges()
  const [busy, setBusy] = useState(false)
  const remove = async () => {
    setBusy(true)
    const gone = await changes.remove(workflow)
    setBusy(false)
    if (gone) onDeleted()
  }
  return (
    <>
      <ConfirmDialog
        open={asking === 'delete'}
        onOpenChange={(open) => onAsk(open ? 'delete' : null)}
        title={`Delete ‘${workflow.name}’?`}
        action="Delete workflow"
        onConfirm={remove}
        busy={busy}
      >
        Its draft and all its versions go, and it starts no more runs. What it did stays readable under Runs.
      </ConfirmDialog>
      {asking === 'share' ? (
        <ShareDialog workflow={workflow} open onOpenChange={(open) => !open && onAsk(null)} />
      ) : null}
    </>
  )
}
