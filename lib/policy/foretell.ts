import type { Json } from '../core/json'
import type { NodeOf, NodeType, WorkflowNode } from '../workflow/document'
import { evaluateCondition } from '../workflow/evaluate-condition'
import { resolveBinding } from '../workflow/resolve-binding'
import { shapeList } from '../workflow/shape-list'
import type { StepScope } from '../workflow/step-scope'

/** Where a step will go and what it will give, told before it runs. */
export type Foretold = { readonly exit: string; readonly output: Json }

type Foretell<Type extends NodeType = NodeType> = { tell(node: NodeOf<Type>, call: StepScope): Foretold }

const table: { readonly [Type in NodeType]?: Foretell<Type> } = {
  condition: {
    tell({ config }, call) {
      const taken = config.branches.find(({ when }) => evaluateCondition(when, call, 'config.branches'))
      const exit = taken?.exit ?? config.otherwise
      return { exit, output: { exit } }
    },
  },
  list: { tell: (node, call) => ({ exit: 'out', output: shapeList(node, call) }) },
  set: {
    tell({ config }, call) {
      const entries = config.fields.map(({ key, value }) => [key, resolveBinding(value, call, key)])
      return { exit: 'out', output: Object.fromEntries(entries) }
    },
  },
}

const tellers: Readonly<Partial<Record<NodeType, Foretell>>> = table

/** Does a step's output follow from earlier outputs alone, so that it can be told before it runs? */
export function canBeForetold(node: WorkflowNode): boolean {
  return tellers[node.type] !== undefined
}

/** What such a step will do, or nothing when it would fail or cannot be foretold. */
export function foretell(node: WorkflowNode, call: StepScope): Foretold | undefined {
  try {
    return tellers[node.type]?.tell(node, call)
  } catch {
    return undefined
  }
}
