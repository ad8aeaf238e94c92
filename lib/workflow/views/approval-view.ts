import { z } from 'zod'
import { json } from './json'

const time = z.iso.datetime()
const person = z.object({ id: z.string(), name: z.string() })

/** One call that the approval covers, with its values resolved. */
export const coveredEffectSchema = z.object({
  node: z.string(),
  title: z.string(),
  action: z.string(),
  connector: z.string(),
  effect: z.enum(['read', 'write', 'irreversible']),
  outward: z.boolean(),
  preview: z.string(),
  input: z.record(z.string(), json),
  /** What people call the values that were picked from a list, by field. */
  names: z.record(z.string(), z.string()).default({}),
  connection: z.object({ id: z.string(), name: z.string() }).nullable(),
})

export type CoveredEffect = z.infer<typeof coveredEffectSchema>

/** A later effect whose values cannot be known yet: shown, and not counted as gated. */
export const uncoveredEffectSchema = z.object({
  node: z.string(),
  title: z.string(),
  action: z.string(),
  why: z.string(),
})

export const approvalSummarySchema = z.object({
  id: z.string(),
  title: z.string(),
  status: z.enum(['pending', 'approved', 'rejected', 'expired', 'cancelled']),
  workflow: z.object({ id: z.string(), name: z.string() }),
  runId: z.string(),
  node: z.string(),
  /** Inside of loops: for which of their items it asks, counted from 0, from the outside in. */
  items: z.array(z.number().int()),
  startedBy: person.nullable(),
  approvers: z.array(z.string()),
  quorum: z.number().int(),
  deadline: time.nullable(),
  createdAt: time,
  decidedAt: time.nullable(),
  practice: z.boolean(),
  /** May the reader decide it, and if not, why. */
  mine: z.boolean(),
  mineReason: z.string().nullable(),
})

export type ApprovalSummary = z.infer<typeof approvalSummarySchema>

export const approvalViewSchema = approvalSummarySchema.extend({
  message: z.string().nullable(),
  covers: z.array(coveredEffectSchema),
  notCovered: z.array(uncoveredEffectSchema),
  /** What the decision is about, hashed: sent back with it, and computed again before the call. */
  digest: z.string(),
  decisions: z.array(
    z.object({
      by: person,
      decision: z.enum(['approve', 'reject']),
      comment: z.string().nullable(),
      at: time,
      selfConfirmed: z.boolean(),
    }),
  ),
})

export type ApprovalView = z.infer<typeof approvalViewSchema>
