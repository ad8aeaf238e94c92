import { notFound } from 'next/navigation'
import { Page } from '@/components/frame/page'
import { PracticeBoard } from '@/components/practice/practice-board'
import { PageHeader } from '@/components/ui/page-header'
import { readPracticeState } from '@/lib/services/practice/read-practice-state'
import { currentWorkspaces } from '@/lib/services/session/current-actor'
import { practiceTabOf } from '@/lib/workflow/views/practice-view'
import { member } from '../member'

export const metadata = { title: 'Practice' }

type PracticeProps = {
  params: Promise<{ workspace: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export default async function Practice({ params, searchParams }: PracticeProps) {
  const actor = await member(params)
  const workspace = (await currentWorkspaces()).find(({ id }) => id === actor.workspaceId)
  if (!workspace?.practice) notFound()
  const show = practiceTabOf((await searchParams).service)
  return (
    <Page>
      <PageHeader
        title="What your workflows did"
        description="The simulated services as they stand now. They are ours, run on this machine, and nobody outside sees them."
      />
      <PracticeBoard first={await readPracticeState(actor)} show={show} />
    </Page>
  )
}
