import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { cache } from 'react'
import { WorkflowEditor } from '@/components/editor/workflow-editor'
import { isId, type WorkflowId } from '@/lib/core/ids'
import { listConnections } from '@/lib/services/connections/list-connections'
import { listMembers } from '@/lib/services/members/list-members'
import { getWorkflow } from '@/lib/services/workflows/get-workflow'
import { member, orNotFound } from '../../member'

type Params = Promise<{ workspace: string; id: string }>
type EditorProps = { params: Params }

/** Once for the title and the page. */
const load = cache(async (params: Params) => {
  const actor = await member(params)
  const { id } = await params
  if (!isId<WorkflowId>('wfl', id)) notFound()
  return { actor, workflow: await orNotFound(getWorkflow(actor, id)) }
})

export async function generateMetadata({ params }: EditorProps): Promise<Metadata> {
  return { title: (await load(params)).workflow.name }
}

export default async function WorkflowPage({ params }: EditorProps) {
  const { actor, workflow } = await load(params)
  const [connections, members] = await Promise.all([listConnections(actor), listMembers(actor)])
  return <WorkflowEditor key={workflow.id} first={{ workflow, connections, members }} />
}
