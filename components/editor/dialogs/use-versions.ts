'use client'

import { useApi } from '@/components/api/use-api'
import type { Page } from '@/lib/policy/views/workspace-views'
import type { VersionView } from '@/lib/workflow/views/workflow-view'

/** The published versions of a workflow, newest first. */
export function useVersions(workflowId: string) {
  return useApi<Page<VersionView>>(`/workflows/${workflowId}/versions`)
}
