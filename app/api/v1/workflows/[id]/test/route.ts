import { z } from 'zod'
import { workflowParam } from '@/lib/services/http/params'
import { memberRoute } from '@/lib/services/http/route'
import { testStep } from '@/lib/services/runs/test-step'

export const POST = memberRoute({
  summary: 'Run one step of the draft, for real',
  permission: 'workflow.test',
  params: z.object({ id: workflowParam }),
  body: z.strictObject({
    node: z.string().max(80),
    /** Outputs of earlier steps by node id, in the place of those of the latest runs. */
    input: z.record(z.string().max(80), z.json()).optional(),
    /** Said by the person who saw that the step changes something outside. */
    confirm: z.boolean().optional(),
  }),
  answer: z.object({ runId: z.string() }),
  status: 202,
  handler: ({ actor, params, body }) => testStep(actor, params.id, body),
})
