import type { Binding } from '@/lib/workflow/binding'
import type { Condition } from '@/lib/workflow/condition'
import {
  documentSchema,
  type Edge,
  type NodeOf,
  nodeSchema,
  type WorkflowDocument,
  type WorkflowNode,
} from '@/lib/workflow/document'
import type { Field } from '@/lib/workflow/field'

type Settings = NonNullable<WorkflowNode['settings']>
type Extras = { readonly name?: string; readonly settings?: Settings; readonly disabled?: boolean }

/**
 * Builds documents for tests, line after line:
 *
 *     workflow().form('start', ['number']).action('get', 'github.issue.get', { number: from('start', 'number') })
 *       .after('start').approval('ask').after('get').set('done').after('ask', 'approved').document()
 *
 * A node stands alone until `after` says what leads to it.
 */
export function workflow(): Builder {
  return new Builder([], [])
}

/** A binding to an earlier value. */
export function from(node: string, ...path: (string | number)[]): Binding {
  return { from: node, path }
}

class Builder {
  constructor(
    private readonly nodes: readonly WorkflowNode[],
    private readonly edges: readonly Edge[],
  ) {}

  node(node: unknown): Builder {
    return new Builder([...this.nodes, nodeSchema.parse(node)], this.edges)
  }

  form(id: string, fields: readonly (string | Field)[] = [], extras: Extras = {}): Builder {
    const whole = fields.map((field) =>
      typeof field === 'string' ? { key: field, type: 'text', required: true } : field,
    )
    return this.node({ id, type: 'trigger.form', config: { fields: whole }, ...extras })
  }

  action(
    id: string,
    action: string,
    input: Record<string, Binding> = {},
    extras: Extras & { connection?: string } = {},
  ): Builder {
    return this.node({ id, type: 'action', action, input, ...extras })
  }

  agent(id: string, config: Partial<NodeOf<'agent'>['config']> = {}, extras: Extras = {}): Builder {
    const whole = { instructions: { text: 'Do it.' }, tools: [], output: [], ...config }
    return this.node({ id, type: 'agent', config: whole, ...extras })
  }

  approval(id: string, config: Partial<NodeOf<'approval'>['config']> = {}, extras: Extras = {}): Builder {
    return this.node({
      id,
      type: 'approval',
      config: { approvers: [{ role: 'operator' }], quorum: 1, ...config },
      ...extras,
    })
  }

  condition(
    id: string,
    branches: Readonly<Record<string, Condition>>,
    otherwise = 'otherwise',
    extras: Extras = {},
  ): Builder {
    const list = Object.entries(branches).map(([exit, when]) => ({ exit, when }))
    return this.node({ id, type: 'condition', config: { branches: list, otherwise }, ...extras })
  }

  set(id: string, fields: Readonly<Record<string, Binding>> = {}, extras: Extras = {}): Builder {
    const list = Object.entries(fields).map(([key, value]) => ({ key, value }))
    return this.node({ id, type: 'set', config: { fields: list }, ...extras })
  }

  wait(id: string, config: NodeOf<'wait'>['config'] = { for: 'PT1S' }, extras: Extras = {}): Builder {
    return this.node({ id, type: 'wait', config, ...extras })
  }

  stop(id: string, status: 'succeeded' | 'failed' = 'succeeded', message?: string): Builder {
    return this.node({
      id,
      type: 'stop',
      config: { status, ...(message ? { message: { text: message } } : {}) },
    })
  }

  /** Leads a line to the node that was added last. */
  after(node: string, exit = 'out'): Builder {
    return this.edge(node, this.nodes.at(-1)?.id ?? '', exit)
  }

  edge(node: string, to: string, exit = 'out'): Builder {
    return new Builder(this.nodes, [...this.edges, { from: node, exit, to }])
  }

  document(): WorkflowDocument {
    return documentSchema.parse({ schema: 1, nodes: this.nodes, edges: this.edges })
  }
}
