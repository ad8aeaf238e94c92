import { z } from 'zod'
import { effectViewSchema } from './run-view'

/** A line of the ledger by itself: a call outside, with the run that made it. */
export const ledgerEntrySchema = effectViewSchema.extend({
  run: z.object({ id: z.string(), workflow: z.object({ id: z.string(), name: z.string() }) }),
})

export type LedgerEntry = z.infer<typeof ledgerEntrySchema>
