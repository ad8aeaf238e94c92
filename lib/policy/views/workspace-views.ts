import { z } from 'zod'
import { documentSchema } from '../../workflow/document'
import { roles, scopes } from '../actor'
import { workspacePolicySchema } from '../workspace-policy'

const time = z.iso.datetime()
const person = z.object({ id: z.string(), name: z.string() })

export const workspaceViewSchema = z.object({
  id: z.string(),
  name: z.string(),
  slug: z.string(),
  practice: z.boolean(),
  role: z.enum(roles),
  policy: workspacePolicySchema,
})
export type WorkspaceView = z.infer<typeof workspaceViewSchema>

/** At most so many calls in so many seconds, over all workflows that use the connection. */
export const connectionRateSchema = z.strictObject({
  calls: z.number().int().min(1).max(100_000),
  seconds: z.number().int().min(1).max(86_400),
})

export const connectionViewSchema = z.object({
  id: z.string(),
  connector: z.string(),
  name: z.string(),
  simulated: z.boolean(),
  /** The account it acts as, as the vendor names it. */
  account: z.string().nullable(),
  baseUrl: z.string().nullable(),
  allowPrivate: z.boolean(),
  shared: z.boolean(),
  owner: person.nullable(),
  status: z.enum(['ok', 'reconnect', 'failing', 'unchecked']),
  statusMessage: z.string().nullable(),
  checkedAt: time.nullable(),
  lastUsedAt: time.nullable(),
  rate: connectionRateSchema.nullable(),
  /** What was consented to in the browser; null where a secret was typed in. */
  consent: z
    .object({
      granted: z.array(z.string()),
      /** What its workflows need and it does not have: the scope, and the titles of the actions. */
      missing: z.array(z.object({ scope: z.string(), for: z.array(z.string()) })),
      /** What it has and no workflow needs. */
      extra: z.array(z.string()),
      /** When the access token ends; it is renewed before that where the service lets it. */
      expiresAt: time.nullable(),
    })
    .nullable(),
  /** The service asked for no calls until then. */
  heldUntil: time.nullable(),
  usedBy: z.array(z.object({ id: z.string(), name: z.string() })),
  createdAt: time,
})
export type ConnectionView = z.infer<typeof connectionViewSchema>

export const memberViewSchema = z.object({
  id: z.string(),
  name: z.string(),
  email: z.string(),
  role: z.enum(roles),
  disabled: z.boolean(),
  joinedAt: time,
})
export type MemberView = z.infer<typeof memberViewSchema>

export const invitationViewSchema = z.object({
  id: z.string(),
  email: z.string(),
  role: z.enum(roles),
  invitedBy: person.nullable(),
  expiresAt: time,
})
export type InvitationView = z.infer<typeof invitationViewSchema>

export const modelPriceSchema = z.strictObject({
  model: z.string().min(1).max(200),
  /** Decimal US dollars for a million tokens. */
  inputPerMillion: z.number().min(0),
  outputPerMillion: z.number().min(0),
})
export type ModelPrice = z.infer<typeof modelPriceSchema>

export const providerViewSchema = z.object({
  id: z.string(),
  name: z.string(),
  baseUrl: z.string(),
  api: z.enum(['responses', 'chat']),
  /** The practice model: answers in the shape asked for, and is no AI. */
  simulated: z.boolean(),
  hasKey: z.boolean(),
  isDefault: z.boolean(),
  defaultModel: z.string(),
  prices: z.array(modelPriceSchema),
  allowPrivate: z.boolean(),
})
export type ProviderView = z.infer<typeof providerViewSchema>

export const tokenViewSchema = z.object({
  id: z.string(),
  name: z.string(),
  /** The first characters, to tell tokens apart. The whole token is shown once, when it is made. */
  prefix: z.string(),
  scopes: z.array(z.enum(scopes)),
  member: person,
  createdAt: time,
  lastUsedAt: time.nullable(),
  expiresAt: time.nullable(),
})
export type TokenView = z.infer<typeof tokenViewSchema>

export const auditViewSchema = z.object({
  id: z.string(),
  at: time,
  actor: person.nullable(),
  via: z.string(),
  action: z.string(),
  subject: z.object({ type: z.string(), id: z.string(), name: z.string().nullable() }),
  detail: z.json(),
})
export type AuditView = z.infer<typeof auditViewSchema>

/** A place in a template where the installing workspace puts one of its own connections. */
export const templateSlotSchema = z.object({
  key: z.string(),
  connector: z.string(),
  label: z.string(),
  /** The actions that will use it. */
  actions: z.array(z.string()),
})

export const templateSummarySchema = z.object({
  id: z.string(),
  name: z.string(),
  description: z.string(),
  category: z.string(),
  connectors: z.array(z.string()),
  effects: z.array(z.enum(['read', 'write', 'irreversible'])),
  publishedBy: person.nullable(),
  publishedAt: time,
  installs: z.number().int(),
})
export type TemplateSummary = z.infer<typeof templateSummarySchema>

export const templateViewSchema = templateSummarySchema.extend({
  document: documentSchema,
  slots: z.array(templateSlotSchema),
})
export type TemplateView = z.infer<typeof templateViewSchema>

/** Cursor pages: `next` goes into `?cursor=`, and is null on the last page. */
export function pageOf<Item extends z.ZodType>(item: Item) {
  return z.object({ items: z.array(item), next: z.string().nullable() })
}
export type Page<Item> = { readonly items: readonly Item[]; readonly next: string | null }
