import { redirect } from 'next/navigation'
import { workspaceLink } from '@/components/api/workspace-link'
import { currentWorkspaces } from '@/lib/services/session/current-actor'
import { currentUser } from '@/lib/services/session/current-user'
import { practiceTabOf } from '@/lib/workflow/views/practice-view'

/** Where the links of simulated issues and messages lead: to their place on the practice page. */
export default async function PracticeLink({ params }: { params: Promise<{ path: string[] }> }) {
  if (!(await currentUser())) redirect('/sign-in')
  const practice = (await currentWorkspaces()).find((workspace) => workspace.practice)
  if (!practice) redirect('/')
  const [service, ...place] = (await params).path
  const page = `${workspaceLink(practice.slug, 'practice')}?service=${practiceTabOf(service)}`
  redirect(`${page}#${place.map(encodeURIComponent).join('/')}`)
}
