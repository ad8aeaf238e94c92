import { userRoute } from '@/lib/services/http/route'
import { me, meSchema } from '@/lib/services/session/me'

export const GET = userRoute({
  summary: 'Who calls, and in which workspaces they are members',
  answer: meSchema,
  handler: ({ caller }) => me(caller),
})
