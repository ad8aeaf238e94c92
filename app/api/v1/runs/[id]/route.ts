import { z } from 'zod'
import { runParam } from '@/lib/services/http/params'
import { memberRoute } from '@/lib/services/http/route'
import { deleteRun } from '@/lib/services/runs/delete-run'
import { getRun } from '@/lib/services/runs/get-run'
import { runViewSchema } from '@/lib/workflow/views/run-view'

const params = z.object({ id: runParam })

export const GET = memberRoute({
  summary: 'A run with its steps and effects',
  permission: 'run.read',
  params,
  answer: runViewSchema,
  handler: ({ actor, params }) => getRun(actor, params.id),
})

export const DELETE = memberRoute({
  summary: 'Delete all data of a run that has ended',
  permission: 'run.delete',
  params,
  answer: null,
  handler: ({ actor, params }) => deleteRun(actor, params.id),
})
