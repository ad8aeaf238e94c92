import { z } from 'zod'
import { bindingSchema, slugSchema, textBindingSchema } from './binding'
import { conditionSchema } from './condition'
import { fieldSchema } from './field'
import { durationSchema, settingsSchema } from './settings'
import { webhookRules } from './webhook-rules'

const exitName = z.string().regex(/^[a-z][a-z0-9_]{0,40}$/)

const base = {
  id: slugSchema,
  name: z.string().max(120).optional(),
  position: z.strictObject({ x: z.number(), y: z.number() }).optional(),
  settings: settingsSchema.optional(),
  disabled: z.boolean().optional(),
}

function node<const Type extends string, Config extends z.ZodType>(type: Type, config: Config) {
  return z.strictObject({ ...base, type: z.literal(type), config })
}

/** Who may decide an approval. */
export const approverSchema = z.union([
  z.strictObject({ role: z.enum(['owner', 'admin', 'builder', 'operator']) }),
  z.strictObject({ member: z.string() }),
])

/** One tool of an agent: an action, and for each of its fields who fills it. */
export const agentToolSchema = z.strictObject({
  action: z.string(),
  connection: z.string().optional(),
  fields: z.record(
    z.string(),
    z.strictObject({ mode: z.enum(['agent', 'fixed', 'empty']), value: bindingSchema.optional() }),
  ),
  approval: z.enum(['policy', 'always', 'never']).optional(),
})

export type AgentTool = z.infer<typeof agentToolSchema>

/** The kinds of node a document may hold, one schema each. The engine's handlers are a table over the same names. */
export const nodeSchemas = {
  'trigger.form': node('trigger.form', z.strictObject({ fields: z.array(fieldSchema).max(50) })),
  'trigger.schedule': node(
    'trigger.schedule',
    z.strictObject({
      cron: z.string().max(120),
      zone: z.string().max(60).default('UTC'),
      /** What becomes of times that passed while nothing ran; left out, they are made up for by one run. */
      missed: z.enum(['skip', 'once', 'all']).optional(),
    }),
  ),
  'trigger.webhook': node(
    'trigger.webhook',
    z.strictObject({
      answer: z.enum(['accepted', 'result']).default('accepted'),
      /** How long a caller that waits for the result is kept; left out, 25 seconds. */
      within: durationSchema.optional(),
      ...webhookRules,
    }),
  ),
  action: z.strictObject({
    ...base,
    type: z.literal('action'),
    action: z.string(),
    connection: z.string().optional(),
    input: z.record(z.string(), bindingSchema),
  }),
  agent: node(
    'agent',
    z.strictObject({
      instructions: textBindingSchema,
      input: bindingSchema.optional(),
      /** A model of one of the workspace's providers; left out, the workspace's default. */
      model: z.string().max(200).optional(),
      tools: z.array(agentToolSchema).max(30),
      output: z.array(fieldSchema).max(50),
      limits: z
        .strictObject({
          turns: z.number().int().min(1).max(50).optional(),
          calls: z.number().int().min(0).max(100).optional(),
          tokens: z.number().int().min(1).max(10_000_000).optional(),
          /** Decimal US dollars. */
          cost: z.number().min(0).max(1_000).optional(),
        })
        .optional(),
    }),
  ),
  approval: node(
    'approval',
    z.strictObject({
      approvers: z.array(approverSchema).max(50),
      quorum: z.number().int().min(1).max(50).default(1),
      message: textBindingSchema.optional(),
      deadline: durationSchema.optional(),
    }),
  ),
  condition: node(
    'condition',
    z.strictObject({
      branches: z
        .array(
          z.strictObject({ exit: exitName, label: z.string().max(80).optional(), when: conditionSchema }),
        )
        .max(50),
      otherwise: exitName,
    }),
  ),
  set: node(
    'set',
    z.strictObject({ fields: z.array(z.strictObject({ key: slugSchema, value: bindingSchema })).max(100) }),
  ),
  wait: node(
    'wait',
    z.union([
      z.strictObject({ for: durationSchema }),
      z.strictObject({ until: bindingSchema }),
      /** Until its one-time address is called, or the deadline has passed. */
      z.strictObject({ call: z.literal(true), deadline: durationSchema.optional() }),
    ]),
  ),
  respond: node(
    'respond',
    z.strictObject({
      status: z.number().int().min(200).max(599).default(200),
      headers: z.record(z.string().min(1).max(80), textBindingSchema).optional(),
      body: bindingSchema,
    }),
  ),
  stop: node(
    'stop',
    z.strictObject({ status: z.enum(['succeeded', 'failed']), message: textBindingSchema.optional() }),
  ),
  note: node('note', z.strictObject({ text: z.string().max(10_000) })),
} as const

export type NodeType = keyof typeof nodeSchemas
export type NodeOf<Type extends NodeType> = z.infer<(typeof nodeSchemas)[Type]>
export type WorkflowNode = { [Type in NodeType]: NodeOf<Type> }[NodeType]

export const nodeSchema = z.discriminatedUnion('type', [
  nodeSchemas['trigger.form'],
  nodeSchemas['trigger.schedule'],
  nodeSchemas['trigger.webhook'],
  nodeSchemas.action,
  nodeSchemas.agent,
  nodeSchemas.approval,
  nodeSchemas.condition,
  nodeSchemas.set,
  nodeSchemas.wait,
  nodeSchemas.respond,
  nodeSchemas.stop,
  nodeSchemas.note,
])

export const edgeSchema = z.strictObject({ from: slugSchema, exit: exitName, to: slugSchema })

export type Edge = z.infer<typeof edgeSchema>

/** A document is at most this many bytes of JSON. */
export const maximumDocumentBytes = 1_000_000

/** What a workflow is: stored, exported, imported, diffed and accepted by the API. `schema` is its version. */
export const documentSchema = z.strictObject({
  schema: z.literal(1),
  nodes: z.array(nodeSchema).max(1_000),
  edges: z.array(edgeSchema).max(5_000),
})

export type WorkflowDocument = z.infer<typeof documentSchema>

export const emptyDocument: WorkflowDocument = { schema: 1, nodes: [], edges: [] }
