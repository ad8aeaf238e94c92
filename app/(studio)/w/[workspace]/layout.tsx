import type { Metadata } from 'next'
import { cookies } from 'next/headers'
import { notFound } from 'next/navigation'
import type { ReactNode } from 'react'
import { AppFrame } from '@/components/frame/app-frame'
import { connectors } from '@/lib/connectors'
import { currentWorkspaces } from '@/lib/services/session/current-actor'
import { currentUser } from '@/lib/services/session/current-user'
import { member } from './member'

type Params = { params: Promise<{ workspace: string }> }

export async function generateMetadata({ params }: Params): Promise<Metadata> {
  const { workspace: slug } = await params
  const workspace = (await currentWorkspaces()).find((each) => each.slug === slug)
  const name = workspace?.name ?? 'Handrail'
  return { title: { default: name, template: `%s · ${name} · Handrail` } }
}

export default async function WorkspaceLayout({ params, children }: Params & { children: ReactNode }) {
  const actor = await member(params)
  const { workspace: slug } = await params
  const [user, workspaces, jar] = await Promise.all([currentUser(), currentWorkspaces(), cookies()])
  const workspace = workspaces.find((each) => each.slug === slug)
  if (!user || !workspace) notFound()
  const connectorTitles = Object.fromEntries(connectors.map(({ id, title }) => [id, title]))
  return (
    <AppFrame
      here={{ workspace, actor, email: user.email, connectorTitles }}
      navCollapsed={jar.get('handrail.nav')?.value === 'collapsed'}
    >
      {children}
    </AppFrame>
  )
}
