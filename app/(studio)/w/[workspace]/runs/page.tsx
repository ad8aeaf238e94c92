import { Page } from '@/components/frame/page'
import { RunList } from '@/components/runs/list/run-list'
import { PageHeader } from '@/components/ui/page-header'
import { listRuns } from '@/lib/services/runs/list-runs'
import { type RunStatus, runStatuses } from '@/lib/workflow/views/run-view'
import { member } from '../member'

export const metadata = { title: 'Runs' }

type RunsProps = {
  params: Promise<{ workspace: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export default async function Runs({ params, searchParams }: RunsProps) {
  const actor = await member(params)
  const query = await searchParams
  const one = (key: string) => (typeof query[key] === 'string' ? query[key] : undefined)
  const status = one('status')
  const first = await listRuns(actor, {
    ...(isRunStatus(status) ? { status: [status] } : {}),
    workflow: one('workflow'),
    person: one('person'),
    search: one('search'),
  })
  return (
    <Page>
      <PageHeader title="Runs" description="Everything that has run in this workspace, newest first." />
      <RunList first={first} />
    </Page>
  )
}

function isRunStatus(value: string | undefined): value is RunStatus {
  return runStatuses.some((status) => status === value)
}
