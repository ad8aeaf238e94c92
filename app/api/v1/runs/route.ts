import { z } from 'zod'
import { pageOf } from '@/lib/policy/views/workspace-views'
import { listField, pageQuery } from '@/lib/services/http/params'
import { memberRoute } from '@/lib/services/http/route'
import { listRuns } from '@/lib/services/runs/list-runs'
import { runStatuses, runSummarySchema } from '@/lib/workflow/views/run-view'

export const GET = memberRoute({
  summary: 'List runs, the newest first',
  permission: 'run.read',
  query: z.strictObject({
    ...pageQuery,
    /** One or more, with commas between. */
    status: listField(runStatuses).optional(),
    workflow: z.string().max(80).optional(),
    person: z.string().max(80).optional(),
    search: z.string().max(200).optional(),
    since: z.iso.datetime({ offset: true }).optional(),
  }),
  answer: pageOf(runSummarySchema),
  handler: ({ actor, query: { since, ...query } }) =>
    listRuns(actor, { ...query, since: since === undefined ? undefined : new Date(since) }),
})
