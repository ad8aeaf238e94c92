'use client'

import { useEffect, useMemo, useState } from 'react'
import { ApiError } from '@/components/api/api-error'
import { callApi } from '@/components/api/client'
import { useHere } from '@/components/api/workspace-context'
import type { WorkflowView } from '@/lib/workflow/views/workflow-view'
import type { EditorActions } from './editor-actions'
import { type Autosave, createAutosave, type SaveAnswer } from './store/autosave'
import { type EditorStore, editWhole } from './store/create-editor-store'

/** Keeps the draft saved while the editor stands, and warns before a page with unsaved changes is left. */
export function useAutosave(store: EditorStore, workflowId: string): Omit<EditorActions, 'showRun'> {
  const { workspace } = useHere()
  const { slug } = workspace
  const [autosave, setAutosave] = useState<Autosave | null>(null)

  useEffect(() => {
    const created = createAutosave(store, (body) => putDraft(workflowId, slug, body))
    setAutosave(created)
    const isUnsaved = () => !['saved'].includes(store.getState().save.status)
    const onLeave = (event: BeforeUnloadEvent) => {
      if (!isUnsaved()) return
      void created.flush()
      event.preventDefault()
    }
    const flush = () => void created.flush()
    window.addEventListener('beforeunload', onLeave)
    window.addEventListener('online', flush)
    return () => {
      window.removeEventListener('beforeunload', onLeave)
      window.removeEventListener('online', flush)
      // A link inside the app leaves without reloading: what waits is sent then.
      void created.flush()
      created.stop()
    }
  }, [store, workflowId, slug])

  return useMemo(() => {
    const theirs = () => callApi<WorkflowView>({ path: `/workflows/${workflowId}`, workspace: slug })
    return {
      flush: async () => autosave?.flush(),
      keepMine: async () => {
        const { draftRevision } = await theirs()
        store.setState({ revision: draftRevision })
        autosave?.resume()
      },
      takeTheirs: async () => {
        const { draft, draftRevision } = await theirs()
        autosave?.adopt(draft, draftRevision)
        editWhole(store, 'Load the other version', draft)
      },
    }
  }, [autosave, store, workflowId, slug])
}

async function putDraft(workflowId: string, workspace: string, body: object): Promise<SaveAnswer> {
  try {
    const { revision } = await callApi<{ revision: number }>({
      path: `/workflows/${workflowId}/draft`,
      method: 'PUT',
      body,
      workspace,
    })
    return { outcome: 'saved', revision }
  } catch (error) {
    if (!(error instanceof ApiError)) throw error
    if (error.status === 409) return { outcome: 'conflict' }
    if (error.status >= 400 && error.status < 500 && error.status !== 429) {
      return { outcome: 'refused', message: error.message }
    }
    throw error
  }
}
