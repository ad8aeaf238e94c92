import { z } from 'zod'

/** So many runs of a workspace are carried at once unless it says otherwise: no workspace holds the others up. */
export const defaultRunsAtOnce = 50

/** What a workspace asks of its workflows. Stored on the workspace, read by the checker, publishing and the engine. */
export const workspacePolicySchema = z.strictObject({
  /** Paths to an irreversible or outward step that pass no approval: said nothing of, warned of, or refused at publish. */
  uncoveredEffects: z.enum(['off', 'warn', 'block']).default('warn'),
  /** Agent calls that wait for a person before they are made. */
  agentCalls: z.enum(['reads_free', 'writes_free', 'all_free']).default('writes_free'),
  /** May a person decide on a run that they started themselves? Alone in the workspace, they always may. */
  selfApproval: z.boolean().default(false),
  /** Runs are deleted so many days after they ended; `null` keeps them for good. */
  keepRunsDays: z.number().int().min(1).max(3_650).nullable().default(null),
  /** So many runs are carried at once; further ones wait their turn. Those that wait for people or time do not count. */
  runsAtOnce: z.number().int().min(1).max(1_000).default(defaultRunsAtOnce),
})

export type WorkspacePolicy = z.infer<typeof workspacePolicySchema>

export const defaultPolicy: WorkspacePolicy = workspacePolicySchema.parse({})
