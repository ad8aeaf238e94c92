import { invitationViewSchema, pageOf } from '@/lib/policy/views/workspace-views'
import { memberRoute } from '@/lib/services/http/route'
import {
  invitationFields,
  inviteMember,
  listInvitations,
  newInvitationSchema,
} from '@/lib/services/invitations/invite-member'

export const GET = memberRoute({
  summary: 'List open invitations',
  permission: 'member.manage',
  answer: pageOf(invitationViewSchema),
  handler: ({ actor }) => listInvitations(actor),
})

export const POST = memberRoute({
  summary: 'Invite an address; the link is shown this once',
  permission: 'member.manage',
  body: invitationFields,
  answer: newInvitationSchema,
  status: 201,
  handler: ({ actor, body }) => inviteMember(actor, body),
})
