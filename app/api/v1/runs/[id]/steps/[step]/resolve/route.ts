import { z } from 'zod'
import { runParam, stepPathParam } from '@/lib/services/http/params'
import { memberRoute } from '@/lib/services/http/route'
import { getRun } from '@/lib/services/runs/get-run'
import { resolutionFields, resolveStep } from '@/lib/services/runs/resolve-step'
import { runViewSchema } from '@/lib/workflow/views/run-view'

export const POST = memberRoute({
  summary: 'Say what became of a call whose outcome is unknown, or what to do about a failed step that asks',
  permission: 'run.resolve',
  params: z.object({ id: runParam, step: stepPathParam }),
  body: resolutionFields,
  answer: runViewSchema,
  handler: async ({ actor, params, body }) => {
    await resolveStep(actor, params.id, params.step, body)
    return getRun(actor, params.id)
  },
})
