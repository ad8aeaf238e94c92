import type { Execution, Fact } from './execution'

/** The stored outcome of a step that has ended. The runtime's memo says that it has: its absence is a defect. */
export function factOf(execution: Execution, path: string): Fact {
  const fact = execution.facts.get(path)
  if (!fact) throw new Error(`step ${path} of run ${execution.run.id} has ended, but no outcome is stored`)
  return fact
}
