import { z } from 'zod'

/** What would be asked for at a service, before anyone leaves for it. */
export const consentPlanSchema = z.object({
  connector: z.string(),
  provider: z.object({ id: z.enum(['github', 'slack', 'google', 'atlassian']), title: z.string() }),
  /** The operator gave Handrail a name and a secret there. */
  isSetUp: z.boolean(),
  /** What the operator writes into the service's form. */
  callbackUrl: z.string(),
  /** The service's own scope, with the titles of the actions that need it; none: it only says who it is. */
  scopes: z.array(z.object({ scope: z.string(), for: z.array(z.string()) })),
  /** What the connection was granted before. */
  granted: z.array(z.string()),
  /** The workflows whose steps need this service. */
  workflows: z.array(z.object({ id: z.string(), name: z.string() })),
})
export type ConsentPlan = z.infer<typeof consentPlanSchema>

/** Why someone came back from a service without a connection. */
export const consentProblems = [
  'denied',
  'signed_out',
  'wrong_state',
  'other_session',
  'replayed',
  'expired',
  'code_spent',
  'refused',
  'not_allowed',
  'unreachable',
] as const
export type ConsentProblem = (typeof consentProblems)[number]
