import { z } from 'zod'
import { documentSchema } from '../document'
import { runStatuses } from './run-view'

const time = z.iso.datetime()
const person = z.object({ id: z.string(), name: z.string() })

export const issueSchema = z.object({
  code: z.string(),
  severity: z.enum(['error', 'warning']),
  node: z.string().optional(),
  field: z.string().optional(),
  message: z.string(),
})

export const workflowSummarySchema = z.object({
  id: z.string(),
  name: z.string(),
  description: z.string(),
  live: z.object({ id: z.string(), number: z.number().int() }).nullable(),
  /** Does the draft differ from the live version? */
  draftDiffers: z.boolean(),
  paused: z.boolean(),
  /** The types of its triggers, for the list's icons. */
  triggers: z.array(z.string()),
  connectors: z.array(z.string()),
  lastRun: z.object({ id: z.string(), status: z.enum(runStatuses), at: time }).nullable(),
  createdBy: person.nullable(),
  updatedAt: time,
  updatedBy: person.nullable(),
})

export type WorkflowSummary = z.infer<typeof workflowSummarySchema>

/** How many runs of a workflow may be under way at once, and what becomes of one more. */
export const runLimitSchema = z.strictObject({
  runsAtOnce: z.number().int().min(1).max(1_000),
  whenFull: z.enum(['queue', 'skip', 'replace']),
})

export type RunLimit = z.infer<typeof runLimitSchema>

export const workflowViewSchema = workflowSummarySchema.extend({
  draft: documentSchema,
  /** Sent back with `PUT draft`: a draft that someone else changed meanwhile is answered with 409. */
  draftRevision: z.number().int(),
  /** Null: as many as there are. */
  limit: runLimitSchema.nullable(),
  /** The address of each webhook trigger of the live version, by node id. */
  webhooks: z.record(z.string(), z.string()),
})

export type WorkflowView = z.infer<typeof workflowViewSchema>

export const versionViewSchema = z.object({
  id: z.string(),
  number: z.number().int().nullable(),
  note: z.string(),
  live: z.boolean(),
  publishedAt: time,
  publishedBy: person.nullable(),
})

export type VersionView = z.infer<typeof versionViewSchema>

export const versionWithDocumentSchema = versionViewSchema.extend({ document: documentSchema })

/** What an effectful node or tool can touch, by connector. */
export const reachSchema = z.object({
  sentence: z.string(),
  entries: z.array(
    z.object({
      connector: z.string(),
      action: z.string(),
      effect: z.enum(['read', 'write', 'irreversible']),
      outward: z.boolean(),
      node: z.string(),
      gated: z.boolean(),
    }),
  ),
})

export type Reach = z.infer<typeof reachSchema>

export const checkResultSchema = z.object({ issues: z.array(issueSchema), reach: reachSchema })
