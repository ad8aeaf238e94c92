import { z } from 'zod'
import { connectionViewSchema } from '@/lib/policy/views/workspace-views'
import { checkConnection } from '@/lib/services/connections/check-connection'
import { connectionParam } from '@/lib/services/http/params'
import { memberRoute } from '@/lib/services/http/route'

export const POST = memberRoute({
  summary: 'Try a connection',
  permission: 'connection.use',
  params: z.object({ id: connectionParam }),
  answer: connectionViewSchema,
  handler: ({ actor, params }) => checkConnection(actor, params.id),
})
