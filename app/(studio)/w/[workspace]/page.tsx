import type { Metadata } from 'next'
import { Page } from '@/components/frame/page'
import { HomePage } from '@/components/home/home-page'
import { PageHeader } from '@/components/ui/page-header'
import { currentWorkspaces } from '@/lib/services/session/current-actor'
import { loadHome } from './load-home'
import { member } from './member'

type Params = Promise<{ workspace: string }>

/** The layout's pattern of titles is for the pages below it: home writes its own. */
export async function generateMetadata({ params }: { params: Params }): Promise<Metadata> {
  const { workspace: slug } = await params
  const here = (await currentWorkspaces()).find((each) => each.slug === slug)
  return { title: { absolute: `Home · ${here ? `${here.name} · ` : ''}Handrail` } }
}

export default async function Home({ params }: { params: Params }) {
  const actor = await member(params)
  const { workspace } = await params
  const home = await loadHome(actor)
  return (
    <Page>
      <PageHeader title={`Hello, ${actor.name.split(' ')[0]}`} />
      <HomePage slug={workspace} {...home} />
    </Page>
  )
}
