import { TokenList } from '@/components/settings/tokens/token-list'
import { listTokens } from '@/lib/services/tokens/tokens'
import { member } from '../../member'

export const metadata = { title: 'API tokens' }

export default async function Tokens({ params }: { params: Promise<{ workspace: string }> }) {
  return <TokenList first={await listTokens(await member(params))} />
}
