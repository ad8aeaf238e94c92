import type { Action } from '../connectors/contract'
import { toTool } from '../connectors/derive/to-tool'
import type { ToolFields } from '../connectors/derive/tool-fields'
import type { TaskTool } from './contract'

const longestName = 64

/**
 * The tools of a task, in the order of the agent's settings, so that a planned call's `tool` is its place there. An
 * action may be offered twice with other fixed values: the second has another name.
 */
export function toTaskTools(
  tools: readonly { readonly action: Action; readonly fields: ToolFields }[],
): readonly TaskTool[] {
  const used = new Set<string>()
  return tools.map(({ action, fields }) => {
    const { name, description, parameters } = toTool(action, fields)
    const unique = uniqueName(name, used)
    used.add(unique)
    return { name: unique, action: action.id, description, schema: parameters }
  })
}

function uniqueName(name: string, used: ReadonlySet<string>): string {
  const first = name.slice(0, longestName)
  for (let place = 2, candidate = first; ; place += 1) {
    if (!used.has(candidate)) return candidate
    candidate = `${name.slice(0, longestName - 4)}_${place}`
  }
}
