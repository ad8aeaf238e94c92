import type { JsonObject } from '../core/json'
import type { AgentTask, ModelTurn } from './contract'
import { type OutputReading, readOutput } from './output-schema'

/** Reads a turn without calls as the task's answer: the output fields, or `{ text }` when it has none. */
export function readAnswer(task: Pick<AgentTask, 'output'>, turn: ModelTurn): OutputReading {
  if (task.output.length > 0) return readOutput(task.output, turn.text)
  const text = turn.text.trim()
  if (text === '') return { output: null, problems: ['the answer is empty'] }
  const output: JsonObject = { text }
  return { output, problems: [] }
}
