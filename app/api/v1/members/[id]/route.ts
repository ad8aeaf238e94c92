import { z } from 'zod'
import { memberViewSchema } from '@/lib/policy/views/workspace-views'
import { userParam } from '@/lib/services/http/params'
import { memberRoute } from '@/lib/services/http/route'
import { changeMember, memberChanges, removeMember } from '@/lib/services/members/change-member'

const params = z.object({ id: userParam })

export const PATCH = memberRoute({
  summary: 'Change a member’s role, or disable or enable them',
  permission: 'member.manage',
  params,
  body: memberChanges,
  answer: memberViewSchema,
  handler: ({ actor, params, body }) => changeMember(actor, params.id, body),
})

export const DELETE = memberRoute({
  summary: 'Remove a member',
  permission: 'member.manage',
  params,
  answer: null,
  handler: ({ actor, params }) => removeMember(actor, params.id),
})
