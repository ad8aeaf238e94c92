import type { AgentTask, ModelCall, ModelTurn, PlannedCall } from './contract'
import { isJsonObject, schemaProblems } from './json-schema'

/** Sorts a turn's calls into those to run and those to refuse. Nothing that is not offered, or does not fit, runs. */
export function planCalls(task: Pick<AgentTask, 'tools'>, turn: ModelTurn): readonly PlannedCall[] {
  return turn.calls.map((call, index) => planCall(task, call, index))
}

function planCall(task: Pick<AgentTask, 'tools'>, call: ModelCall, index: number): PlannedCall {
  const place = task.tools.findIndex((tool) => tool.name === call.name)
  const tool = task.tools[place]
  const refuse = (rule: string, message: string): PlannedCall => ({
    do: 'refuse',
    index,
    name: call.name.slice(0, 100),
    action: tool?.action ?? null,
    arguments: call.arguments ?? call.argumentsText.slice(0, 2_000),
    result: { status: 'refused', rule, message },
  })
  if (!tool) {
    const offered = task.tools.map((one) => one.name).join(', ') || 'none'
    return refuse('tool.unknown', `There is no tool of this name. The tools are: ${offered}.`)
  }
  const given = call.arguments ?? undefined
  if (!isJsonObject(given)) return refuse('tool.arguments', 'The arguments are not a JSON object.')
  const problems = schemaProblems(tool.schema, given)
  if (problems.length > 0) {
    return refuse('tool.arguments', `The arguments do not fit: ${problems.slice(0, 10).join('; ')}.`)
  }
  return { do: 'run', index, name: tool.name, action: tool.action, tool: place, arguments: given }
}
