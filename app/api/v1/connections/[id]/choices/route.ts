import { z } from 'zod'
import {
  choicesFields,
  choicesSchema,
  connectionChoices,
} from '@/lib/services/connections/connection-choices'
import { connectionParam } from '@/lib/services/http/params'
import { memberRoute } from '@/lib/services/http/route'

export const POST = memberRoute({
  summary: 'What a picker offers',
  permission: 'connection.use',
  params: z.object({ id: connectionParam }),
  body: choicesFields,
  answer: choicesSchema,
  handler: ({ actor, params, body }) => connectionChoices(actor, params.id, body),
})
