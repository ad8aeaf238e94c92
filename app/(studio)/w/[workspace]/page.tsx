import { Page } from '@/components/frame/page'
import { HomePage } from '@/components/home/home-page'
import { PageHeader } from '@/components/ui/page-header'
import { loadHome } from './load-home'
import { member } from './member'

export const metadata = { title: 'Home' }

export default async function Home({ params }: { params: Promise<{ workspace: string }> }) {
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
