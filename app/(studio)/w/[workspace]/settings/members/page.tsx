import { MemberList } from '@/components/settings/members/member-list'
import { listMembers } from '@/lib/services/members/list-members'
import { member } from '../../member'

export const metadata = { title: 'Members' }

export default async function Members({ params }: { params: Promise<{ workspace: string }> }) {
  return <MemberList first={await listMembers(await member(params))} />
}
