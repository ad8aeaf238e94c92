import { z } from 'zod'
import { runParam } from '@/lib/services/http/params'
import { memberRoute } from '@/lib/services/http/route'
import { cancelRun } from '@/lib/services/runs/cancel-run'
import { getRun } from '@/lib/services/runs/get-run'
import { runViewSchema } from '@/lib/workflow/views/run-view'

export const POST = memberRoute({
  summary: 'Cancel a run',
  permission: 'run.cancel',
  params: z.object({ id: runParam }),
  answer: runViewSchema,
  handler: async ({ actor, params }) => {
    await cancelRun(actor, params.id)
    return getRun(actor, params.id)
  },
})
