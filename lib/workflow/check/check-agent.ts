import type { Action } from '../../connectors/contract'
import type { Binding } from '../binding'
import type { AgentTool, NodeOf } from '../document'
import type { Issue } from '../issue'
import { checkConnection } from './check-connection'
import { checkFields } from './check-fields'
import { checkInput } from './check-input'
import { issueAt, type NodeCheck, quoted } from './context'
import { findAction } from './find-action'

/** It is told what to do, its answer has a form, and each tool says who fills each of its fields. */
export function checkAgent(node: NodeOf<'agent'>, check: NodeCheck): readonly Issue[] {
  const { instructions, output, tools } = node.config
  const text = 'text' in instructions ? instructions.text : instructions.value
  const issues: Issue[] = []
  if (text.trim() === '') {
    const message = `${quoted(node)} has no instructions. Say what it should do.`
    issues.push(issueAt(node, 'missing_field', message, { field: 'config.instructions' }))
  }
  return [
    ...issues,
    ...checkFields(node, 'config.output', output),
    ...tools.flatMap((tool, index) => checkTool(node, tool, `config.tools.${index}`, check)),
  ]
}

function checkTool(
  node: NodeOf<'agent'>,
  tool: AgentTool,
  field: string,
  check: NodeCheck,
): readonly Issue[] {
  const found = findAction(node, tool.action, `${field}.action`, check)
  if ('issue' in found) return [found.issue]
  const { action } = found
  const fixed: Record<string, Binding> = {}
  const issues: Issue[] = []
  for (const [key, { mode, value }] of Object.entries(tool.fields)) {
    if (mode !== 'fixed') continue
    if (value) fixed[key] = value
    else {
      const message = `The tool "${action.title}" of ${quoted(node)} has "${key}" set by you, but without a value. Fill it in.`
      issues.push(issueAt(node, 'missing_field', message, { field: `${field}.fields.${key}.value` }))
    }
  }
  return [
    ...issues,
    ...checkConnection(node, { action, connection: tool.connection, field: `${field}.connection` }, check),
    ...checkInput(
      node,
      { action, bindings: fixed, field: `${field}.fields`, others: leftToAgent(action, tool) },
      check,
    ),
  ]
}

/** Where an effect goes, and what is read as a command, is never left to the agent by leaving it out: the builder has to say so. */
function leftToAgent(action: Action, tool: AgentTool): ReadonlySet<string> {
  const keys = Object.keys(action.input.shape).filter((key) => {
    const field = Object.hasOwn(tool.fields, key) ? tool.fields[key] : undefined
    const meta = action.input.shape[key]?.meta()
    if (field) return field.mode !== 'empty' && !meta?.literal
    return meta?.destination !== true && !meta?.literal
  })
  return new Set(keys)
}
