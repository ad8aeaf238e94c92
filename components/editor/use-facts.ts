'use client'

import { useMemo } from 'react'
import { useApi } from '@/components/api/use-api'
import type { ConnectionView, MemberView, Page, ProviderView } from '@/lib/policy/views/workspace-views'
import type { WorkflowView } from '@/lib/workflow/views/workflow-view'
import type { CallableWorkflow } from '@/lib/workflow/workflow-catalog'
import type { EditorFacts } from './editor-facts'

type FirstFacts = {
  readonly workflow: Pick<WorkflowView, 'id' | 'webhooks'>
  readonly connections: Page<ConnectionView>
  readonly members: Page<MemberView>
}

/** Reads what the editor needs to know of its workspace. */
export function useFacts(first: FirstFacts): EditorFacts {
  const { workflow } = first
  const { data: connections } = useApi<Page<ConnectionView>>('/connections', { first: first.connections })
  const { data: members } = useApi<Page<MemberView>>('/members', { first: first.members })
  const { data: callable } = useApi<{ items: CallableWorkflow[] }>(`/workflows/${workflow.id}/callable`)
  const { data: providers } = useApi<Page<ProviderView>>('/providers')
  return useMemo(
    () => ({
      workflowId: workflow.id,
      webhooks: workflow.webhooks,
      connections: connections?.items ?? [],
      members: members?.items ?? [],
      people: new Map(members?.items.map(({ id, name }) => [id, name])),
      providers: providers?.items ?? [],
      workflows: callable ? new Map(callable.items.map((each) => [each.id, each])) : null,
    }),
    [workflow.id, workflow.webhooks, connections, members, providers, callable],
  )
}
