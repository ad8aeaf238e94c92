import { connectionViewSchema, pageOf } from '@/lib/policy/views/workspace-views'
import { createConnection, newConnectionFields } from '@/lib/services/connections/create-connection'
import { listConnections } from '@/lib/services/connections/list-connections'
import { memberRoute } from '@/lib/services/http/route'

export const GET = memberRoute({
  summary: 'List connections',
  permission: 'connection.read',
  answer: pageOf(connectionViewSchema),
  handler: ({ actor }) => listConnections(actor),
})

export const POST = memberRoute({
  summary: 'Add a connection; it is tried at once',
  permission: 'connection.create',
  body: newConnectionFields,
  answer: connectionViewSchema,
  status: 201,
  handler: ({ actor, body }) => createConnection(actor, body),
})
