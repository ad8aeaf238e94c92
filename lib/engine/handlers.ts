import type { Json } from '../core/json'
import { answerFor } from '../workflow/answer'
import type { NodeOf, NodeType, WorkflowNode } from '../workflow/document'
import { evaluateCondition } from '../workflow/evaluate-condition'
import { resolveBinding } from '../workflow/resolve-binding'
import { shapeList } from '../workflow/shape-list'
import { nameOf } from '../workflow/step-scope'
import { isObject } from '../workflow/value-at'
import type { Outcome, Ports, StepCall, StepError } from './contract'

type PortName = Exclude<keyof Ports, 'record' | 'choose'>
type Succeeded = Extract<Outcome, { readonly status: 'succeeded' }>

/**
 * How the engine performs a step of one type: through a port, or by computing its outcome from what came before.
 * `ends` says how a step that ends the run ends it.
 */
export type Handler<Type extends NodeType = NodeType> = {
  readonly ends?: (
    node: WorkflowNode,
    outcome: Succeeded,
  ) => { readonly status: 'succeeded' | 'failed'; readonly error?: StepError & { readonly path: string } }
} & (
  | { readonly port: PortName }
  | { readonly port?: never; compute(call: StepCall, node: NodeOf<Type>): Omit<Succeeded, 'status'> }
)

const trigger: Handler<'trigger.form' | 'trigger.schedule' | 'trigger.webhook' | 'trigger.workflow'> = {
  compute: ({ state }) => ({ exit: 'out', output: state.trigger.output }),
}

const table: { readonly [Type in NodeType]: Handler<Type> } = {
  'trigger.form': trigger,
  'trigger.schedule': trigger,
  'trigger.webhook': trigger,
  'trigger.workflow': trigger,
  action: { port: 'act' },
  agent: { port: 'think' },
  approval: { port: 'ask' },
  wait: { port: 'wait' },
  each: { port: 'call' },
  repeat: { port: 'call' },
  workflow: { port: 'call' },
  condition: {
    compute: (call, { config }) => {
      const taken = config.branches.find(({ when }, index) =>
        evaluateCondition(when, call, `config.branches.${index}.when`),
      )
      const exit = taken?.exit ?? config.otherwise
      return { exit, output: { exit } }
    },
  },
  set: {
    compute: (call, { config }) => {
      const entries = config.fields.map(({ key, value }, index): [string, Json] => [
        key,
        resolveBinding(value, call, `config.fields.${index}.value`),
      ])
      return { exit: 'out', output: Object.fromEntries(entries) }
    },
  },
  respond: { compute: (call, { config }) => ({ exit: 'out', output: answerFor(config, call) }) },
  list: { compute: (call, node) => ({ exit: 'out', output: shapeList(node, call) }) },
  stop: {
    compute: (call, { config }) => {
      const message = config.message ? resolveBinding(config.message, call, 'config.message') : ''
      return { exit: 'end', output: { status: config.status, message } }
    },
    ends: (node, { output }) => {
      const told = isObject(output) ? output : {}
      if (told.status !== 'failed') return { status: 'succeeded' }
      const message =
        typeof told.message === 'string' && told.message ? told.message : `"${nameOf(node)}" stopped the run.`
      return {
        status: 'failed',
        error: { code: 'stopped', who: 'user', retry: 'no', message, path: node.id },
      }
    },
  },
  note: { compute: () => ({ exit: 'out', output: null }) },
}

/** The engine's half of every type of node: a table, so that a new type is a new row and never an `if`. */
export const handlers: Readonly<Record<NodeType, Handler>> = table
