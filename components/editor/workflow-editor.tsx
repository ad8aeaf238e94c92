'use client'

import { ReactFlowProvider } from '@xyflow/react'
import { useCallback, useMemo, useState } from 'react'
import { useApi } from '@/components/api/use-api'
import { useMay } from '@/components/api/workspace-context'
import { withAllPlaced } from '@/components/canvas/layout/lay-out'
import type { ConnectionView, MemberView, Page } from '@/lib/policy/views/workspace-views'
import type { WorkflowView } from '@/lib/workflow/views/workflow-view'
import { EditorDialogs } from './dialogs/editor-dialogs'
import { type EditorActions, EditorActionsProvider } from './editor-actions'
import { EditorBody } from './editor-body'
import { EditorFactsProvider } from './editor-facts'
import { useOverlay } from './run/use-overlay'
import { usePlaceInAddress } from './run/use-place-in-address'
import { createEditorStore } from './store/create-editor-store'
import { EditorStoreProvider } from './store/editor-context'
import { OverlayBar } from './top-bar/overlay-bar'
import { TopBar } from './top-bar/top-bar'
import { useAutosave } from './use-autosave'
import { useChecks } from './use-checks'
import { useFacts } from './use-facts'

type WorkflowEditorProps = {
  /** What the server already knows. */
  first: { workflow: WorkflowView; connections: Page<ConnectionView>; members: Page<MemberView> }
}

/** The editor of one workflow: its draft, and over it a run or an old version. */
export function WorkflowEditor({ first }: WorkflowEditorProps) {
  const facts = useFacts(first)
  return (
    <EditorFactsProvider facts={facts}>
      <ReactFlowProvider>
        <Editor first={first.workflow} />
      </ReactFlowProvider>
    </EditorFactsProvider>
  )
}

function Editor({ first }: { first: WorkflowView }) {
  const mayEdit = useMay('workflow.edit')
  const [store] = useState(() =>
    createEditorStore({
      document: withAllPlaced(first.draft),
      name: first.name,
      revision: first.draftRevision,
      readOnly: !mayEdit,
      now: Date.now(),
    }),
  )
  const { data: workflow = first, mutate } = useApi<WorkflowView>(`/workflows/${first.id}`, { first })
  const overlay = useOverlay(first.id, store)
  usePlaceInAddress(overlay.store ?? store)
  const saving = useAutosave(store, first.id)
  useChecks(store)
  const { show } = overlay
  const actions: EditorActions = useMemo(
    () => ({ ...saving, showRun: (id) => show(id ? { kind: 'run', id } : null) }),
    [saving, show],
  )
  const refresh = useCallback(async () => {
    await mutate()
  }, [mutate])
  const restored = useCallback(async () => {
    await saving.takeTheirs()
    show(null)
    await mutate()
  }, [saving, show, mutate])
  return (
    <EditorActionsProvider actions={actions}>
      <EditorStoreProvider store={store}>
        <div className="h-frame flex flex-col">
          {overlay.shown ? (
            <OverlayBar workflow={workflow} overlay={overlay} onRestored={restored} />
          ) : (
            <TopBar workflow={workflow} />
          )}
          <EditorStoreProvider store={overlay.store ?? store}>
            <EditorBody />
          </EditorStoreProvider>
          <EditorDialogs
            workflow={workflow}
            onChanged={refresh}
            onViewVersion={(id) => show({ kind: 'version', id })}
          />
        </div>
      </EditorStoreProvider>
    </EditorActionsProvider>
  )
}
