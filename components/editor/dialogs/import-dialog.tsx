'use client'

import { useState } from 'react'
import { withAllPlaced } from '@/components/canvas/layout/lay-out'
import { Alert } from '@/components/ui/alert'
import { Dialog } from '@/components/ui/dialog'
import { toast } from '@/components/ui/toast'
import { readWorkflowFile } from '@/components/workflows/read-workflow-file'
import { HandrailError } from '@/lib/core/errors'
import type { WorkflowDocument } from '@/lib/workflow/document'
import { upgradeDocument } from '@/lib/workflow/upgrade'
import { edit } from '../store/create-editor-store'
import { useEditorStore } from '../store/editor-context'

/** Puts an exported workflow in the draft's place: one edit, so undo brings the draft back. */
export function ImportDialog() {
  const store = useEditorStore()
  const [problem, setProblem] = useState<string | null>(null)
  const close = () => store.setState({ dialog: null })
  const bring = async (file: File | undefined) => {
    if (!file) return
    const read = await readWorkflowFile(file)
    if ('problem' in read) return setProblem(read.problem)
    const document = upgraded(read.document)
    if ('problem' in document) return setProblem(document.problem)
    edit(store, 'Import a workflow', () => withAllPlaced(document), { select: [] })
    close()
    toast.done('The file is now the draft. Undo brings back what was here.')
  }
  return (
    <Dialog
      open
      onOpenChange={(open) => (open ? null : close())}
      title="Import into this draft"
      description="It takes the place of the draft. Published versions stay as they are."
    >
      <div className="flex flex-col gap-4">
        {problem ? <Alert tone="failed">{problem}</Alert> : null}
        <label className="flex flex-col gap-1.5">
          <span className="font-medium text-sm">Workflow file</span>
          <input
            type="file"
            accept="application/json,.json"
            className="text-sm file:mr-3 file:h-control file:rounded-control file:border file:border-line file:bg-raised file:px-3 file:font-medium"
            onChange={(event) => void bring(event.target.files?.[0])}
          />
        </label>
      </div>
    </Dialog>
  )
}

function upgraded(document: unknown): WorkflowDocument | { readonly problem: string } {
  try {
    return upgradeDocument(document)
  } catch (error) {
    if (error instanceof HandrailError) return { problem: error.message }
    throw error
  }
}
