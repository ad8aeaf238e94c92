import { z } from 'zod'
import { workflowParam } from '@/lib/services/http/params'
import { memberRoute } from '@/lib/services/http/route'
import { getWebhook, listenAtWebhook, listenFields } from '@/lib/services/triggers/webhook-settings'
import { webhookViewSchema } from '@/lib/workflow/views/webhook-view'

const params = z.object({ id: workflowParam, node: z.string().max(60) })

export const GET = memberRoute({
  summary: 'A webhook’s address, whether it has a secret, and its sample call',
  permission: 'workflow.read',
  params,
  answer: webhookViewSchema,
  handler: ({ actor, params }) => getWebhook(actor, { workflowId: params.id, node: params.node }),
})

export const POST = memberRoute({
  summary: 'Wait for a call, to keep it as the sample, or stop waiting',
  permission: 'workflow.test',
  params,
  body: listenFields,
  answer: webhookViewSchema,
  handler: ({ actor, params, body }) =>
    listenAtWebhook(actor, { workflowId: params.id, node: params.node }, body),
})
