import { ConnectionList } from '@/components/connections/connection-list'
import { Page } from '@/components/frame/page'
import { listConnections } from '@/lib/services/connections/list-connections'
import { member } from '../member'

export const metadata = { title: 'Connections' }

export default async function Connections({ params }: { params: Promise<{ workspace: string }> }) {
  const first = await listConnections(await member(params))
  return (
    <Page>
      <ConnectionList first={first} />
    </Page>
  )
}
