import { z } from 'zod'
import { workflowParam } from '@/lib/services/http/params'
import { memberRoute } from '@/lib/services/http/route'
import { stepSamples } from '@/lib/services/runs/step-samples'

export const GET = memberRoute({
  summary: 'What each node gave last, by node id',
  permission: 'run.read',
  params: z.object({ id: workflowParam }),
  answer: z.record(z.string(), z.json()),
  handler: ({ actor, params }) => stepSamples(actor, params.id),
})
