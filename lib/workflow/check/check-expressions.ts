import type { Binding } from '../binding'
import { celEnvironment } from '../cel'
import type { WorkflowNode } from '../document'
import { fieldLabel } from '../field-label'
import type { Issue } from '../issue'
import { liquidProblem } from '../liquid-references'
import { expressionsOf } from '../nodes/bindings-of'
import { parseCel } from '../parse-cel'
import { issueAt, quoted } from './context'

/** Every Liquid text and CEL expression can be read, and a condition gives true or false. */
export function checkExpressions(node: WorkflowNode): readonly Issue[] {
  const { bindings, cels } = expressionsOf(node)
  return [
    ...bindings.flatMap(({ field, binding }) =>
      textsOf(binding).flatMap((text) => checkLiquid(node, field, text)),
    ),
    ...cels.flatMap(({ field, cel }) => checkCel(node, field, cel)),
  ]
}

function textsOf(binding: Binding): readonly string[] {
  if ('text' in binding) return [binding.text]
  return 'first' in binding ? binding.first.flatMap(textsOf) : []
}

function checkLiquid(node: WorkflowNode, field: string, text: string): readonly Issue[] {
  if (!text.includes('{{') && !text.includes('{%')) return []
  const problem = liquidProblem(text)
  if (!problem) return []
  const message = `The text in "${fieldLabel(field, node)}" of ${quoted(node)} cannot be read: ${problem}. Mend the text.`
  return [issueAt(node, 'bad_expression', message, { field })]
}

function checkCel(node: WorkflowNode, field: string, cel: string): readonly Issue[] {
  const parsed = parseCel(cel)
  const problem = 'problem' in parsed ? parsed.problem : typeProblem(cel)
  if (!problem) return []
  const message = `The condition of ${quoted(node)} cannot be read: ${problem}. Mend the expression.`
  return [issueAt(node, 'bad_expression', message, { field })]
}

function typeProblem(cel: string): string | undefined {
  const { valid, type, error } = celEnvironment.check(cel)
  if (!valid) return error?.message.split('\n')[0] ?? 'its types do not fit'
  const isOpen = type === undefined || type === 'bool' || type.startsWith('dyn')
  return isOpen ? undefined : `it gives ${type}, not true or false`
}
