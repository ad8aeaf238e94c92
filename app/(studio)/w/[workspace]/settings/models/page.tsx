import { ProviderList } from '@/components/settings/models/provider-list'
import { listProviders } from '@/lib/services/providers/list-providers'
import { member } from '../../member'

export const metadata = { title: 'Models' }

export default async function Models({ params }: { params: Promise<{ workspace: string }> }) {
  return <ProviderList first={await listProviders(await member(params))} />
}
