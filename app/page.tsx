import { cookies } from 'next/headers'
import { redirect } from 'next/navigation'
import { workspaceLink } from '@/components/api/workspace-link'
import { currentWorkspaces } from '@/lib/services/session/current-actor'
import { currentUser } from '@/lib/services/session/current-user'
import { isSetUp } from '@/lib/services/set-up/is-set-up'

/** The front door: set-up while there is no owner, sign-in, or the workspace that the reader was in last. */
export default async function FrontDoor() {
  const jar = await cookies()
  if (!(await isSetUp())) redirect('/set-up')
  if (!(await currentUser())) redirect('/sign-in')
  const workspaces = await currentWorkspaces()
  const last = jar.get('handrail.workspace')?.value
  const workspace = workspaces.find(({ slug }) => slug === last) ?? workspaces[0]
  if (!workspace) redirect('/no-workspace')
  redirect(workspaceLink(workspace.slug))
}
