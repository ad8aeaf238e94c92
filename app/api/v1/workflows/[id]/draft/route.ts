import { z } from 'zod'
import { workflowParam } from '@/lib/services/http/params'
import { memberRoute } from '@/lib/services/http/route'
import { draftFields, saveDraft, savedDraftSchema } from '@/lib/services/workflows/save-draft'

export const PUT = memberRoute({
  summary: 'Save the draft',
  permission: 'workflow.edit',
  params: z.object({ id: workflowParam }),
  body: draftFields,
  answer: savedDraftSchema,
  handler: ({ actor, params, body }) => saveDraft(actor, params.id, body),
})
