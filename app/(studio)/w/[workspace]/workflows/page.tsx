import { Page } from '@/components/frame/page'
import { PageHeader } from '@/components/ui/page-header'
import { NewWorkflowMenu } from '@/components/workflows/new-workflow-menu'
import { WorkflowList } from '@/components/workflows/workflow-list'
import { listWorkflows } from '@/lib/services/workflows/list-workflows'
import { member } from '../member'

export const metadata = { title: 'Workflows' }

export default async function Workflows({ params }: { params: Promise<{ workspace: string }> }) {
  const first = await listWorkflows(await member(params))
  return (
    <Page>
      <PageHeader title="Workflows" {...(first.items.length > 0 ? { actions: <NewWorkflowMenu /> } : {})} />
      <WorkflowList first={first} />
    </Page>
  )
}
