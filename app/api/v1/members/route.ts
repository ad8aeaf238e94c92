import { memberViewSchema, pageOf } from '@/lib/policy/views/workspace-views'
import { memberRoute } from '@/lib/services/http/route'
import { listMembers } from '@/lib/services/members/list-members'

export const GET = memberRoute({
  summary: 'List members',
  permission: 'member.read',
  answer: pageOf(memberViewSchema),
  handler: ({ actor }) => listMembers(actor),
})
