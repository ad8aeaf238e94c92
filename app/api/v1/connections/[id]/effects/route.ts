import { z } from 'zod'
import { pageOf } from '@/lib/policy/views/workspace-views'
import { connectionParam, pageQuery } from '@/lib/services/http/params'
import { memberRoute } from '@/lib/services/http/route'
import { listLedgerOfConnection } from '@/lib/services/ledger/list-ledger'
import { ledgerEntrySchema } from '@/lib/workflow/views/ledger-view'

export const GET = memberRoute({
  summary: 'Everything that a connection sent, newest first',
  permission: 'run.read',
  params: z.object({ id: connectionParam }),
  query: z.strictObject(pageQuery),
  answer: pageOf(ledgerEntrySchema),
  handler: ({ actor, params, query }) => listLedgerOfConnection(actor, params.id, query),
})
