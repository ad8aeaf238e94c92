import type { Binding } from './binding'
import { celReferences } from './cel-references'
import type { WorkflowNode } from './document'
import { bodyOf } from './levels'
import { liquidReferences } from './liquid-references'
import { expressionsOf } from './nodes/bindings-of'

/** One mention of an earlier step in a node's fields. */
export type Reference = {
  /** The dotted field that mentions it (`input.title`). */
  readonly field: string
  readonly from: string
  /** As far as it is known before a run. */
  readonly path: readonly (string | number)[]
  /** Stands where nothing is asked when it is missing: a default, one of several, an "is empty" row. */
  readonly mayBeMissing: boolean
}

/** All mentions of other steps in a node: bindings, Liquid text and CEL. Text that cannot be parsed mentions nothing. */
export function referencesOf(node: WorkflowNode): readonly Reference[] {
  const { bindings, cels } = expressionsOf(node)
  return [
    ...bindings.flatMap(({ field, binding }) => referencesOfBinding(field, binding, false)),
    ...cels.flatMap(({ field, cel }) => celReferences(cel).map((reference) => ({ field, ...reference }))),
  ]
}

/** The steps outside of it that a node reads, those of its body included: what its scope has to hold. */
export function readsOf(node: WorkflowNode): ReadonlySet<string> {
  const body = bodyOf(node)
  const own = new Set([node.id, ...(body?.nodes ?? []).map(({ id }) => id)])
  const named = [
    ...referencesOf(node).map(({ from }) => from),
    ...(body?.nodes ?? []).flatMap((inner) => [...readsOf(inner)]),
  ]
  return new Set(named.filter((from) => !own.has(from)))
}

export function referencesOfBinding(
  field: string,
  binding: Binding,
  tolerant: boolean,
): readonly Reference[] {
  if ('value' in binding) return []
  const mayBeMissing = tolerant || binding.default !== undefined
  if ('from' in binding) return [{ field, from: binding.from, path: binding.path, mayBeMissing }]
  if ('text' in binding) {
    return liquidReferences(binding.text).map((reference) => ({
      field,
      ...reference,
      mayBeMissing: mayBeMissing || reference.mayBeMissing,
    }))
  }
  return binding.first.flatMap((option) => referencesOfBinding(field, option, true))
}
