import { z } from 'zod'
import { bindingSchema, pathSchema, slugSchema, textBindingSchema } from './binding'
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

/**
 * What a loop does for each item: nodes and lines of its own, on a canvas of its own. A node without a line to it starts
 * with the item; there is no trigger inside.
 */
export type Body = { nodes: WorkflowNode[]; edges: Edge[] }

const bodySchema: z.ZodType<Body> = z.lazy(() =>
  z.strictObject({ nodes: z.array(nodeSchema).max(200), edges: z.array(edgeSchema).max(1_000) }),
)

/** An `each` goes over this many items at most, a `repeat` over this many rounds. */
export const maximumItems = 1_000
/** So many items of a loop are under way side by side at most. */
export const maximumConcurrency = 50

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
  /** Starts when another workflow calls this one. `output`: what the caller may count on; left out, whatever the run gives. */
  'trigger.workflow': node(
    'trigger.workflow',
    z.strictObject({
      fields: z.array(fieldSchema).max(50),
      output: z.array(fieldSchema).max(50).optional(),
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
  /** In this order: filter, unique, sort, limit; groups and the sum are made of what is left. */
  list: node(
    'list',
    z.strictObject({
      items: bindingSchema,
      filter: conditionSchema.optional(),
      unique: z.strictObject({ by: pathSchema }).optional(),
      sort: z
        .strictObject({ by: pathSchema, order: z.enum(['ascending', 'descending']).default('ascending') })
        .optional(),
      limit: z.number().int().min(1).max(100_000).optional(),
      group: z.strictObject({ by: pathSchema }).optional(),
      sum: z.strictObject({ of: pathSchema }).optional(),
    }),
  ),
  each: node(
    'each',
    z.strictObject({
      items: bindingSchema,
      concurrency: z.number().int().min(1).max(maximumConcurrency).default(1),
      body: bodySchema,
      /** What an item gives to the list of results; left out, what its last step gave. */
      result: bindingSchema.optional(),
      /** Of the loop when an item fails: it stops, or goes on and notes the error in the item's place. */
      onError: z.enum(['stop', 'continue']).default('stop'),
    }),
  ),
  repeat: node(
    'repeat',
    z.strictObject({
      body: bodySchema,
      /** Asked after each round, of what the round gave. */
      until: conditionSchema,
      /** So many rounds at most: the step fails when it still does not hold then. */
      cap: z.number().int().min(1).max(maximumItems).default(10),
      result: bindingSchema.optional(),
    }),
  ),
  workflow: node(
    'workflow',
    z.strictObject({ workflow: z.string().max(60), input: z.record(slugSchema, bindingSchema) }),
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
  nodeSchemas['trigger.workflow'],
  nodeSchemas.action,
  nodeSchemas.agent,
  nodeSchemas.approval,
  nodeSchemas.condition,
  nodeSchemas.set,
  nodeSchemas.list,
  nodeSchemas.each,
  nodeSchemas.repeat,
  nodeSchemas.workflow,
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
