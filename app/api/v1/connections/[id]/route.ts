import { z } from 'zod'
import { connectionViewSchema } from '@/lib/policy/views/workspace-views'
import {
  changeConnection,
  connectionChanges,
  removeConnection,
} from '@/lib/services/connections/change-connection'
import { connectionParam } from '@/lib/services/http/params'
import { memberRoute } from '@/lib/services/http/route'

const params = z.object({ id: connectionParam })

export const PATCH = memberRoute({
  summary: 'Rename a connection, replace its secret or move it',
  permission: 'connection.manage',
  params,
  body: connectionChanges,
  answer: connectionViewSchema,
  handler: ({ actor, params, body }) => changeConnection(actor, params.id, body),
})

export const DELETE = memberRoute({
  summary: 'Remove a connection; with ?force=true also one that workflows use',
  permission: 'connection.manage',
  params,
  query: z.strictObject({ force: z.enum(['true', 'false']).optional() }),
  answer: null,
  handler: ({ actor, params, query }) =>
    removeConnection(actor, params.id, { force: query.force === 'true' }),
})
