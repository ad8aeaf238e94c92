import type { WorkflowNode } from '../document'
import { fieldLabel } from '../field-label'
import type { Issue } from '../issue'
import { allNodes, bodyOf } from '../levels'
import { kindOf } from '../nodes/node-kinds'
import { errorOutput } from '../output-types'
import { type Reference, referencesOf } from '../references'
import { surelyEnds } from '../surely-ends'
import { typeAt } from '../type-at'
import { pathText } from '../value-at'
import { anyType, type ValueType } from '../value-type'
import { issueAt, type NodeCheck, quoted } from './context'

/** Every value that a node reads comes from a step before it, is among that step's outputs, and is there when it is read. */
export function checkReferences(node: WorkflowNode, check: NodeCheck): readonly Issue[] {
  return referencesOf(node).flatMap((reference) => checkReference(node, reference, check))
}

/**
 * A name is looked for on the node's own canvas, then on that of each loop around it. Seen from inside a loop, its own
 * name stands for the item; what a loop fills in for each item may speak of its body's steps too.
 */
function checkReference(node: WorkflowNode, reference: Reference, check: NodeCheck): readonly Issue[] {
  const { field, from } = reference
  const place = `The field "${fieldLabel(field, node)}" of ${quoted(node)}`
  if (kindOf(node).isInside?.(field)) {
    if (from === node.id) return checkPath(node, reference, { source: node, place, isInside: true }, check)
    if (bodyOf(node)?.nodes.some(({ id }) => id === from)) return checkResult(node, reference, place, check)
  }
  if (!check.nodes.has(from)) {
    for (let around = check; around.outer; around = around.outer) {
      const { loop } = around.level
      if (!loop) break
      if (from === loop.id) return checkPath(node, reference, { source: loop, place, isInside: true }, check)
      if (around.outer.nodes.has(from)) return checkRead(node, loop, { reference, place }, around.outer)
    }
  }
  return checkRead(node, node, { reference, place }, check)
}

type Mention = { readonly reference: Reference; readonly place: string }

/** `reader` stands where the value has to be there: the node itself, or the loop around it on the source's canvas. */
function checkRead(
  node: WorkflowNode,
  reader: WorkflowNode,
  { reference, place }: Mention,
  check: NodeCheck,
): readonly Issue[] {
  const { field, from, path } = reference
  const source = check.nodes.get(from)
  if (!source) {
    if (allNodes({ nodes: rootOf(check).level.nodes, edges: [] }).some(({ id }) => id === from)) {
      const message = `${place} reads "${from}", which stands inside a loop. Choose what the loop gives instead.`
      return [issueAt(node, 'broken_reference', message, { field })]
    }
    if (check.ids.has(from)) return []
    const meant = check.suggest(from, check.ids)
    const mend = meant ? `Did you mean "${meant}"?` : 'Choose another value.'
    return [
      issueAt(node, 'broken_reference', `${place} reads "${from}", which is not there. ${mend}`, { field }),
    ]
  }
  if (check.graph.stuck.length === 0 && !check.isBefore(from, reader.id))
    return notBefore(node, source, reference, place, check)
  const certainty = check.certainty(from, reader.id)
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
  return at.mayBeMissing ? [mayBeEmpty(node, reference, { source, place })] : []
}

type Source = { readonly source: WorkflowNode; readonly place: string; readonly isInside?: boolean }

/** What a loop offers inside. */
function checkPath(
  node: WorkflowNode,
  reference: Reference,
  { source, place }: Source,
  check: NodeCheck,
): readonly Issue[] {
  const { field, path } = reference
  const at = typeAt(check.types.inside(source.id) ?? anyType, path)
  if (at.found) {
    const isMissing = at.mayBeMissing && !reference.mayBeMissing
    return isMissing ? [mayBeEmpty(node, reference, { source, place })] : []
  }
  const meant = check.suggest(at.key, at.known)
  const mend = meant ? `Did you mean "${meant}"?` : `Inside, it gives ${at.known.join(', ')}.`
  const message = `${place} reads "${pathText(path)}" of ${quoted(source)}, which gives no "${at.key}" there. ${mend}`
  return [issueAt(node, 'broken_reference', message, { field })]
}

/** What a loop makes of its body's steps, once the body has come to its end: any of them may have been passed by. */
function checkResult(
  node: WorkflowNode,
  reference: Reference,
  place: string,
  check: NodeCheck,
): readonly Issue[] {
  const body = bodyOf(node)
  const source = body?.nodes.find(({ id }) => id === reference.from)
  if (!body || !source) return []
  const { field, path } = reference
  const at = typeAt(check.types.of(source.id) ?? anyType, path)
  if (!at.found) {
    const meant = check.suggest(at.key, at.known)
    const mend = meant ? `Did you mean "${meant}"?` : `It gives ${at.known.join(', ') || 'no such value'}.`
    const message = `${place} reads "${pathText(path)}" of ${quoted(source)}, which gives no "${at.key}". ${mend}`
    return [issueAt(node, 'broken_reference', message, { field })]
  }
  if (reference.mayBeMissing) return []
  if (!surelyEnds(body, source.id)) {
    const message = `${place} reads ${quoted(source)}, which does not run for every item. Give the field a default, or a second value to fall back on.`
    return [issueAt(node, 'may_be_missing', message, { field })]
  }
  return at.mayBeMissing ? [mayBeEmpty(node, reference, { source, place })] : []
}

function mayBeEmpty(node: WorkflowNode, { field, path }: Reference, { source, place }: Source): Issue {
  const message = `${place} reads "${pathText(path)}" of ${quoted(source)}, which may be empty. Give the field a default, unless an empty value should stop the run.`
  return issueAt(node, 'may_be_missing', message, { field, severity: 'warning' })
}

function rootOf(check: NodeCheck): NodeCheck {
  let root = check
  while (root.outer) root = root.outer
  return root
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
