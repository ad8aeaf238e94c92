import type { TaskTool } from '@/lib/agent/contract'
import { toTaskTools } from '@/lib/agent/task-tools'
import type { Action } from '@/lib/connectors/contract'
import type { ToolField, ToolFields } from '@/lib/connectors/derive/tool-fields'
import { getAction } from '@/lib/connectors/index'
import { HandrailError } from '@/lib/core/errors'
import type { StepCall } from '@/lib/engine/contract'
import type { AgentTool, NodeOf } from '@/lib/workflow/document'
import { resolveBinding } from '@/lib/workflow/resolve-binding'

export type UsableTool = {
  readonly tool: AgentTool
  readonly action: Action
  /** With the builder's values resolved. */
  readonly fields: ToolFields
}

export type AgentTools = { readonly usable: readonly UsableTool[]; readonly offered: readonly TaskTool[] }

/** The tools of an agent, with what the builder fixed of them. The same for the same facts. */
export function agentTools(call: StepCall, node: NodeOf<'agent'>): AgentTools {
  const usable = node.config.tools.map((tool, index) => {
    const action = getAction(tool.action)
    if (!action) throw unknownAction(tool.action)
    return { tool, action, fields: resolveFields(call, tool, index) }
  })
  return { usable, offered: toTaskTools(usable) }
}

function resolveFields(call: StepCall, tool: AgentTool, index: number): ToolFields {
  return Object.fromEntries(
    Object.entries(tool.fields).map(([key, field]): [string, ToolField] => {
      if (field.mode !== 'fixed' || !field.value) {
        return [key, { mode: field.mode === 'fixed' ? 'empty' : field.mode }]
      }
      const value = resolveBinding(field.value, call, `config.tools.${index}.fields.${key}.value`)
      return [key, { mode: 'fixed', value }]
    }),
  )
}

function unknownAction(id: string): HandrailError {
  return new HandrailError({
    code: 'invalid_document',
    who: 'user',
    retry: 'no',
    message: `There is no action “${id}” in this version of Handrail. Take the tool out of the agent.`,
    field: 'config.tools',
  })
}
