'use client'

import { useMemo } from 'react'
import { useApi } from '@/components/api/use-api'
import type { ConnectionView, MemberView, Page, ProviderView } from '@/lib/policy/views/workspace-views'
import type { WorkflowView } from '@/lib/workflow/views/workflow-view'
import type { EditorFacts } from './editor-facts'

/** Reads what the editor needs to know of its workspace. */
export function useFacts(workflow: Pick<WorkflowView, 'id' | 'webhooks'>): EditorFacts {
  const { data: connections } = useApi<Page<ConnectionView>>('/connections')
  const { data: members } = useApi<Page<MemberView>>('/members')
  const { data: providers } = useApi<Page<ProviderView>>('/providers')
  return useMemo(
    () => ({
      workflowId: workflow.id,
      webhooks: workflow.webhooks,
      connections: connections?.items ?? [],
      members: members?.items ?? [],
      people: new Map(members?.items.map(({ id, name }) => [id, name])),
      providers: providers?.items ?? [],
    }),
    [workflow.id, workflow.webhooks, connections, members, providers],
  )
}
