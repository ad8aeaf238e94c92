import { z } from 'zod'
import { runParam } from '@/lib/services/http/params'
import { memberRoute } from '@/lib/services/http/route'
import { retryFields, retryRun } from '@/lib/services/runs/retry-run'

export const POST = memberRoute({
  summary: 'Repeat a run that has ended, from the start or from one step',
  permission: 'run.retry',
  params: z.object({ id: runParam }),
  body: retryFields,
  answer: z.object({ id: z.string() }),
  status: 202,
  handler: ({ actor, params, body }) => retryRun(actor, params.id, body),
})
