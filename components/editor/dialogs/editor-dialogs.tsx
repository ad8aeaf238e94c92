'use client'

import type { WorkflowView } from '@/lib/workflow/views/workflow-view'
import { useEditor } from '../store/editor-context'
import { ConflictDialog } from './conflict-dialog'
import { ImportDialog } from './import-dialog'
import { KeysDialog } from './keys-dialog'
import { PublishDialog } from './publish-dialog'
import { RunDialog } from './run-dialog'
import { StepSearch } from './step-search'
import { VersionsDialog } from './versions-dialog'

type EditorDialogsProps = {
  workflow: WorkflowView
  onChanged: () => Promise<void>
  onViewVersion: (id: string) => void
}

export function EditorDialogs({ workflow, onChanged, onViewVersion }: EditorDialogsProps) {
  const dialog = useEditor((state) => state.dialog)
  return (
    <>
      {dialog === 'run' ? <RunDialog workflow={workflow} /> : null}
      {dialog === 'publish' ? <PublishDialog workflow={workflow} onPublished={onChanged} /> : null}
      {dialog === 'versions' ? (
        <VersionsDialog workflow={workflow} onView={onViewVersion} onChanged={onChanged} />
      ) : null}
      {dialog === 'help' ? <KeysDialog /> : null}
      {dialog === 'find' || dialog === 'connect' ? <StepSearch purpose={dialog} /> : null}
      {dialog === 'import' ? <ImportDialog /> : null}
      <ConflictDialog />
    </>
  )
}
