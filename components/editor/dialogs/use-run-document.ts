'use client'

import { useApi } from '@/components/api/use-api'
import type { WorkflowDocument } from '@/lib/workflow/document'
import type { WorkflowView } from '@/lib/workflow/views/workflow-view'
import { useEditor } from '../store/editor-context'

/** The document that a run would use: the one on the canvas, or the live version's. */
export function useRunDocument(workflow: WorkflowView, version: 'draft' | 'live'): WorkflowDocument | null {
  const draft = useEditor((state) => state.whole)
  const path =
    version === 'live' && workflow.live ? `/workflows/${workflow.id}/versions/${workflow.live.id}` : null
  const { data } = useApi<{ document: WorkflowDocument }>(path, { revalidateOnFocus: false })
  return version === 'draft' ? draft : (data?.document ?? null)
}
