import type { WorkflowNode } from '../document'
import { fieldLabel } from '../field-label'
import type { Issue } from '../issue'
import { errorOutput } from '../output-types'
import { type Reference, referencesOf } from '../references'
import { typeAt } from '../type-at'
import { pathText } from '../value-at'
import { anyType, type ValueType } from '../value-type'
import { issueAt, type NodeCheck, quoted } from './context'

/** Every value that a node reads comes from a step before it, is among that step's outputs, and is there when it is read. */
export function checkReferences(node: WorkflowNode, check: NodeCheck): readonly Issue[] {
  return referencesOf(node).flatMap((reference) => checkReference(node, reference, check))
}

function checkReference(node: WorkflowNode, reference: Reference, check: NodeCheck): readonly Issue[] {
  const { field, from, path } = reference
  const source = check.nodes.get(from)
  const place = `The field "${fieldLabel(field, node)}" of ${quoted(node)}`
  if (!source) {
    if (check.ids.has(from)) return []
    const meant = check.suggest(from, check.ids)
    const mend = meant ? `Did you mean "${meant}"?` : 'Choose another value.'
    return [
      issueAt(node, 'broken_reference', `${place} reads "${from}", which is not there. ${mend}`, { field }),
    ]
  }
  if (check.graph.stuck.length === 0 && !check.isBefore(from, node.id))
    return notBefore(node, source, reference, place, check)
  const certainty = check.certainty(from, node.id)
  const at = typeAtSource(certainty, source, path, check)
  if (!at.found) {
    const meant = check.suggest(at.key, at.known)
    const mend = meant
      ? `Did you mean "${meant}"?`
      : at.known.length > 0
        ? `It gives ${at.known.join(', ')}.`
        : 'Choose another value.'
    const message = `${place} reads "${pathText(path)}" of ${quoted(source)}, which gives no "${at.key}". ${mend}`
    return [issueAt(node, 'broken_reference', message, { field })]
  }
  if (reference.mayBeMissing || check.graph.stuck.length > 0) return []
  if (certainty === 'unsure') {
    const message = `${place} reads ${quoted(source)}, which does not always run before it. Give the field a default, or a second value to fall back on.`
    return [issueAt(node, 'may_be_missing', message, { field })]
  }
  if (!at.mayBeMissing) return []
  const message = `${place} reads "${pathText(path)}" of ${quoted(source)}, which may be empty. Give the field a default, unless an empty value should stop the run.`
  return [issueAt(node, 'may_be_missing', message, { field, severity: 'warning' })]
}

function notBefore(
  node: WorkflowNode,
  source: WorkflowNode,
  { field, mayBeMissing }: Reference,
  place: string,
  check: NodeCheck,
): readonly Issue[] {
  if (check.graph.nodes.get(source.id)?.isPassedOver || source.disabled) {
    if (mayBeMissing) return []
    const message = `${place} reads ${quoted(source)}, which is switched off. Switch it on, or give the field a default.`
    return [issueAt(node, 'may_be_missing', message, { field })]
  }
  const where = source.id === node.id ? 'itself' : `${quoted(source)}, which does not come before it`
  const message = `${place} reads ${where}. Connect the steps in that order, or choose another value.`
  // What no line leads to yet is being built: it is said once, as unreachable.
  const isLoose = check.graph.nodes.get(node.id)?.inputs.length === 0
  return [issueAt(node, 'broken_reference', message, { field, severity: isLoose ? 'warning' : 'error' })]
}

function typeAtSource(
  certainty: 'output' | 'error' | 'unsure',
  source: WorkflowNode,
  path: readonly (string | number)[],
  check: NodeCheck,
): ReturnType<typeof typeAt> {
  const output: ValueType = check.types.of(source.id) ?? anyType
  if (certainty === 'error') return typeAt(errorOutput, path)
  const at = typeAt(output, path)
  if (at.found || certainty === 'output' || source.settings?.onError !== 'exit') return at
  const asError = typeAt(errorOutput, path)
  return asError.found ? asError : at
}
