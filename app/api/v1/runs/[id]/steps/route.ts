import { z } from 'zod'
import { runParam } from '@/lib/services/http/params'
import { memberRoute } from '@/lib/services/http/route'
import { getStepsOfItem } from '@/lib/services/runs/get-run'
import { stepViewSchema } from '@/lib/workflow/views/run-view'

export const GET = memberRoute({
  summary: 'The steps of one item of a loop; without one, those that stand in no loop',
  permission: 'run.read',
  params: z.object({ id: runParam }),
  query: z.object({ item: z.string().max(300).optional() }),
  answer: z.object({ items: z.array(stepViewSchema) }),
  handler: ({ actor, params, query }) => getStepsOfItem(actor, params.id, query),
})
