import { z } from 'zod'
import { workflowParam } from '@/lib/services/http/params'
import { memberRoute } from '@/lib/services/http/route'
import { secretFields, setWebhookSecret } from '@/lib/services/triggers/webhook-settings'
import { webhookViewSchema } from '@/lib/workflow/views/webhook-view'

export const PUT = memberRoute({
  summary: 'Set what callers of a webhook prove themselves with; it is never answered',
  permission: 'workflow.publish',
  params: z.object({ id: workflowParam, node: z.string().max(60) }),
  body: secretFields,
  answer: webhookViewSchema,
  handler: ({ actor, params, body }) =>
    setWebhookSecret(actor, { workflowId: params.id, node: params.node }, body),
})
