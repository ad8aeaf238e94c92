import { redirect } from 'next/navigation'
import { workspaceLink } from '@/components/api/workspace-link'

export default async function Settings({ params }: { params: Promise<{ workspace: string }> }) {
  const { workspace } = await params
  redirect(workspaceLink(workspace, 'settings/general'))
}
