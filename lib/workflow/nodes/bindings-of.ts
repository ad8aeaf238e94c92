import type { Binding } from '../binding'
import type { WorkflowNode } from '../document'
import { kindOf } from './node-kinds'

export type BoundField = { readonly field: string; readonly binding: Binding }
export type CelField = { readonly field: string; readonly cel: string }

/** Every binding of a node, with the dotted path of its field. Parts of `first` are not listed apart. */
export function bindingsOf(node: WorkflowNode): readonly BoundField[] {
  return expressionsOf(node).bindings
}

/** Every binding and every CEL condition of a node. */
export function expressionsOf(node: WorkflowNode): {
  readonly bindings: readonly BoundField[]
  readonly cels: readonly CelField[]
} {
  const bindings: BoundField[] = []
  const cels: CelField[] = []
  kindOf(node).mapBindings(node, {
    binding: (field, binding) => {
      bindings.push({ field, binding })
      return binding
    },
    cel: (field, cel) => {
      cels.push({ field, cel })
      return cel
    },
  })
  return { bindings, cels }
}
