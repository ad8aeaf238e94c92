import type { z } from 'zod'
import type { Action } from '../../connectors/contract'
import { assignable } from '../assignable'
import type { Binding } from '../binding'
import { coerceTo } from '../coerce-to'
import type { WorkflowNode } from '../document'
import type { Issue } from '../issue'
import { liquidProblem } from '../liquid-references'
import { shapeInWords, unfold } from '../shape-in-words'
import { typeInWords } from '../type-in-words'
import { valueTypeOfSchema } from '../value-type-of-schema'
import { issueAt, type NodeCheck, quoted } from './context'

type Filled = {
  readonly action: Action
  readonly bindings: Readonly<Record<string, Binding>>
  readonly field: string
  /** Fields that somebody else fills: an agent. */
  readonly others?: ReadonlySet<string>
}

/** Every field the action asks for is filled, none is unknown, and each gets a value that it takes. */
export function checkInput(node: WorkflowNode, filled: Filled, check: NodeCheck): readonly Issue[] {
  const { action, bindings, others } = filled
  const shape: Readonly<Record<string, z.core.$ZodType>> = action.input.shape
  const known = Object.keys(shape)
  const issues = known.flatMap((key) => {
    const schema = action.input.shape[key]
    if (!schema) return []
    const binding = Object.hasOwn(bindings, key) ? bindings[key] : undefined
    const field = `${filled.field}.${key}`
    if (binding) return checkValue(node, { key, field, schema, binding }, check)
    if (others?.has(key) || schema.safeParse(undefined).success) return []
    const message = `${quoted(node)} needs "${titleOf(schema, key)}". Fill it in.`
    return [issueAt(node, 'missing_field', message, { field })]
  })
  for (const key of Object.keys(bindings)) {
    if (Object.hasOwn(shape, key)) continue
    const meant = check.suggest(key, known)
    const mend = meant ? `Did you mean "${meant}"?` : 'Remove it.'
    const message = `${quoted(node)} fills "${key}", which "${action.title}" does not have. ${mend}`
    issues.push(issueAt(node, 'invalid_shape', message, { field: `${filled.field}.${key}` }))
  }
  return issues
}

type Value = {
  readonly key: string
  readonly field: string
  readonly schema: z.ZodType
  readonly binding: Binding
}

function checkValue(node: WorkflowNode, value: Value, check: NodeCheck): readonly Issue[] {
  const { key, field, schema, binding } = value
  const wanted = valueTypeOfSchema(schema, 'input')
  const title = titleOf(schema, key)
  const literal = literalOf(binding)
  if (literal === undefined && schema.meta()?.literal) {
    const message = `"${title}" of ${quoted(node)} is written by you and takes no data: what comes from a run could change what it means. Write it out, with a placeholder for each value.`
    return [issueAt(node, 'wrong_type', message, { field })]
  }
  if (literal === undefined) {
    if ('text' in binding && liquidProblem(binding.text)) return []
    const given = check.types.ofBinding(binding)
    const fit = assignable(given, wanted)
    if (fit === 'yes' || fit === 'coerced') return []
    if (fit === 'maybe') {
      const message = `"${title}" of ${quoted(node)} takes ${typeInWords(wanted)}, and gets text: the run stops when the text is anything else.`
      return [issueAt(node, 'wrong_type', message, { field, severity: 'warning' })]
    }
    const message = `"${title}" of ${quoted(node)} takes ${typeInWords(wanted)}, but what it is bound to gives ${typeInWords(given)}. Choose another value.`
    return [issueAt(node, 'wrong_type', message, { field })]
  }
  if (literal.value === '' && !schema.safeParse('').success) {
    if (schema.safeParse(undefined).success) return []
    return [issueAt(node, 'missing_field', `${quoted(node)} needs "${title}". Fill it in.`, { field })]
  }
  const parsed = schema.safeParse(coerceTo(wanted, literal.value))
  if (parsed.success) return []
  return parsed.error.issues.flatMap(unfold).map((issue) => {
    const inside = issue.path.length > 0 ? ` (${issue.path.map(String).join('.')})` : ''
    const message = `"${title}"${inside} of ${quoted(node)} ${shapeInWords(issue)}`
    return issueAt(node, 'wrong_type', message, { field: [field, ...issue.path.map(String)].join('.') })
  })
}

/** The value that a binding has for certain: a literal, or text without anything to fill in. */
function literalOf(
  binding: Binding,
): { readonly value: Extract<Binding, { value: unknown }>['value'] } | undefined {
  if ('value' in binding) return binding
  if ('text' in binding && !binding.text.includes('{{') && !binding.text.includes('{%'))
    return { value: binding.text }
  return undefined
}

function titleOf(schema: z.ZodType, key: string): string {
  const title = schema.meta()?.title
  return typeof title === 'string' ? title : key
}
