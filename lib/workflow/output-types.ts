import type { ActionCatalog } from '../connectors/contract'
import type { Binding } from './binding'
import type { WorkflowDocument, WorkflowNode } from './document'
import { allNodes } from './levels'
import { lonePath } from './lone-path'
import { kindOf } from './nodes/node-kinds'
import { typeAt } from './type-at'
import { typeOfLiteral } from './type-of-literal'
import { anyType, booleanType, objectOf, textType, type ValueType } from './value-type'
import { noWorkflows, type WorkflowCatalog } from './workflow-catalog'

/** What a failed step gives to what hangs on its `error` exit. */
export const errorOutput = objectOf({
  code: { type: textType, title: 'Code' },
  message: { type: textType, title: 'Message' },
  retryable: { type: booleanType, title: 'Worth trying again' },
})

/** The types of all outputs of a document: what the data picker shows and the checker compares. */
export type OutputTypes = {
  of(nodeId: string): ValueType | undefined
  /** What the id of a loop (or of a list that filters) stands for inside of it. */
  inside(nodeId: string): ValueType | undefined
  ofBinding(binding: Binding): ValueType
}

/** Each output's type is worked out when it is first asked for; a circle of references ends as `any`. */
export function outputTypes(
  document: Pick<WorkflowDocument, 'nodes' | 'edges'>,
  actions: ActionCatalog,
  workflows: WorkflowCatalog = noWorkflows,
): OutputTypes {
  const nodes = new Map<string, WorkflowNode>(allNodes(document).map((node) => [node.id, node]))
  const known = new Map<string, ValueType>()
  let depth = 0

  function of(nodeId: string): ValueType | undefined {
    const node = nodes.get(nodeId)
    if (!node) return undefined
    const found = known.get(nodeId)
    if (found) return found
    if (depth > 100) return anyType
    known.set(nodeId, anyType)
    depth += 1
    const type = kindOf(node).outputSchemaOf(node, { actions, workflows }, ofBinding)
    depth -= 1
    known.set(nodeId, type)
    return type
  }

  function inside(nodeId: string): ValueType | undefined {
    const node = nodes.get(nodeId)
    return node && kindOf(node).insideOf?.(node, ofBinding)
  }

  /** A path that begins with what a loop offers inside (`item`, `index`) is taken as meant from there. */
  function ofPath(from: string, path: readonly (string | number)[]): ValueType {
    const within = inside(from)
    const isWithin =
      within?.kind === 'object' && typeof path[0] === 'string' && Object.hasOwn(within.fields, path[0])
    const at = typeAt((isWithin ? within : of(from)) ?? anyType, path)
    return at.found ? at.type : anyType
  }

  function ofBinding(binding: Binding): ValueType {
    if ('value' in binding) return typeOfLiteral(binding.value)
    if ('from' in binding) return ofPath(binding.from, binding.path)
    if ('text' in binding) {
      const lone = lonePath(binding.text)
      if (lone === 'computed') return anyType
      return lone ? ofPath(lone.from, lone.path) : textType
    }
    const [first, ...others] = binding.first.map(ofBinding)
    return first && others.every(({ kind }) => kind === first.kind) ? first : anyType
  }

  return { of, inside, ofBinding }
}
