import { z } from 'zod'
import { invitationParam } from '@/lib/services/http/params'
import { memberRoute } from '@/lib/services/http/route'
import { revokeInvitation } from '@/lib/services/invitations/invite-member'

export const DELETE = memberRoute({
  summary: 'Take an invitation back',
  permission: 'member.manage',
  params: z.object({ id: invitationParam }),
  answer: null,
  handler: ({ actor, params }) => revokeInvitation(actor, params.id),
})
