import { z } from 'zod'
import { pageOf } from '@/lib/policy/views/workspace-views'
import { pageQuery, runParam } from '@/lib/services/http/params'
import { memberRoute } from '@/lib/services/http/route'
import { listLedgerOfRun } from '@/lib/services/ledger/list-ledger'
import { ledgerEntrySchema } from '@/lib/workflow/views/ledger-view'

export const GET = memberRoute({
  summary: 'Everything that a run did outside, newest first',
  permission: 'run.read',
  params: z.object({ id: runParam }),
  query: z.strictObject(pageQuery),
  answer: pageOf(ledgerEntrySchema),
  handler: ({ actor, params, query }) => listLedgerOfRun(actor, params.id, query),
})
