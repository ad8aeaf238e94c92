import { assignable } from '../assignable'
import type { NodeOf } from '../document'
import type { Field } from '../field'
import type { Issue } from '../issue'
import { typeInWords } from '../type-in-words'
import { valueTypeOfFields } from '../value-type-of-fields'
import type { CallableWorkflow, WorkflowCatalog } from '../workflow-catalog'
import { issueAt, type NodeCheck, quoted } from './context'

/** The workflow is there and can be called, does not come to call this one, and gets what it asks for. */
export function checkWorkflowCall(node: NodeOf<'workflow'>, check: NodeCheck): readonly Issue[] {
  const { workflows, workflowId } = check
  const { workflow: id } = node.config
  const field = 'config.workflow'
  if (id === '') {
    const message = `${quoted(node)} does not say which workflow it calls. Choose one.`
    return [issueAt(node, 'missing_field', message, { field })]
  }
  if (!workflows) return []
  const called = workflows.get(id)
  if (id === workflowId) return [issueAt(node, 'recursion', itself(node), { field })]
  if (!called) {
    const message = `${quoted(node)} calls a workflow that is not in this workspace. Choose another one.`
    return [issueAt(node, 'unknown_workflow', message, { field })]
  }
  if (!called.isLive) {
    const message = `${quoted(node)} calls "${called.name}", which is not published. Publish it, or choose another one.`
    return [issueAt(node, 'unknown_workflow', message, { field })]
  }
  if (!called.fields) {
    const message = `${quoted(node)} calls "${called.name}", which only starts by itself. Give it a trigger that is called by a workflow.`
    return [issueAt(node, 'unknown_workflow', message, { field })]
  }
  const circle = workflowId === undefined ? undefined : wayBack(called, workflowId, workflows)
  if (circle) {
    const way = circle.map(({ name }) => `"${name}"`).join(' → ')
    const message = `${quoted(node)} calls ${way}, which calls this workflow again. Take one of the calls out.`
    return [issueAt(node, 'recursion', message, { field })]
  }
  return checkFields(node, called.name, called.fields, check)
}

function itself(node: NodeOf<'workflow'>): string {
  return `${quoted(node)} calls the workflow that it stands in. Use "Repeat until", or choose another workflow.`
}

/** The calls by which a workflow comes to call another one, if it does. */
function wayBack(
  from: CallableWorkflow,
  to: string,
  workflows: WorkflowCatalog,
): readonly CallableWorkflow[] | undefined {
  const ways: (readonly CallableWorkflow[])[] = [[from]]
  const seen = new Set([from.id])
  for (const way of ways) {
    for (const id of way.at(-1)?.calls ?? []) {
      if (id === to) return way
      const called = workflows.get(id)
      if (!called || seen.has(id)) continue
      seen.add(id)
      ways.push([...way, called])
    }
  }
  return undefined
}

function checkFields(
  node: NodeOf<'workflow'>,
  name: string,
  fields: readonly Field[],
  check: NodeCheck,
): readonly Issue[] {
  const { input } = node.config
  const types = valueTypeOfFields(fields, 'as_said')
  const issues = fields.flatMap(({ key, label, required }): readonly Issue[] => {
    const field = `config.input.${key}`
    const title = label ?? key.replaceAll('_', ' ')
    const binding = Object.hasOwn(input, key) ? input[key] : undefined
    const isEmpty =
      !binding || ('value' in binding && binding.value === '') || ('text' in binding && binding.text === '')
    if (isEmpty) {
      if (!required) return []
      return [
        issueAt(node, 'missing_field', `${quoted(node)} needs "${title}" for "${name}". Fill it in.`, {
          field,
        }),
      ]
    }
    const wanted = types.fields[key]?.type
    const given = check.types.ofBinding(binding)
    if (!wanted || assignable(given, wanted) !== 'no') return []
    const message = `"${title}" of ${quoted(node)} takes ${typeInWords(wanted)}, but what it is bound to gives ${typeInWords(given)}. Choose another value.`
    return [issueAt(node, 'wrong_type', message, { field })]
  })
  const known = fields.map(({ key }) => key)
  const unknown = Object.keys(input).filter((key) => !known.includes(key))
  return [
    ...issues,
    ...unknown.map((key) => {
      const message = `${quoted(node)} fills "${key}", which "${name}" does not ask for. Remove it.`
      return issueAt(node, 'invalid_shape', message, { field: `config.input.${key}`, severity: 'warning' })
    }),
  ]
}
