import { z } from 'zod'
import { workflowParam } from '@/lib/services/http/params'
import { memberRoute } from '@/lib/services/http/route'
import { startRunAndWait } from '@/lib/services/runs/start/start-run-and-wait'
import { versionField } from '@/lib/services/workflows/workflow-fields'
import { runViewSchema } from '@/lib/workflow/views/run-view'

export const POST = memberRoute({
  summary: 'Start a run; with ?wait=seconds, answer when it has ended',
  permission: 'run.start',
  params: z.object({ id: workflowParam }),
  query: z.strictObject({ wait: z.coerce.number().int().min(0).max(60).optional() }),
  body: z.strictObject({
    input: z.json().optional(),
    trigger: z.string().max(80).optional(),
    mode: z.enum(['live', 'rehearsal']).optional(),
    version: z.union([versionField, z.literal('draft')]).optional(),
  }),
  answer: z.union([z.object({ id: z.string(), status: z.string() }), runViewSchema]),
  status: 202,
  handler: async ({ actor, params, query, body }) => {
    const { id, ended } = await startRunAndWait(actor, params.id, { ...body, wait: query.wait })
    return ended === null ? { id, status: 'queued' } : Response.json(ended)
  },
})
