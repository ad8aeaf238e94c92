import type { AgentTask, AgentTotals, ModelTurn } from './contract'
import { costOf } from './prices'

/** What these turns used together. Calls that were refused count: asking has its limit too. */
export function totalsOf(task: Pick<AgentTask, 'price'>, turns: readonly ModelTurn[]): AgentTotals {
  const tokensIn = turns.reduce((sum, turn) => sum + turn.usage.tokensIn, 0)
  const tokensOut = turns.reduce((sum, turn) => sum + turn.usage.tokensOut, 0)
  return {
    turns: turns.length,
    calls: turns.reduce((sum, turn) => sum + turn.calls.length, 0),
    tokensIn,
    tokensOut,
    cost: costOf({ tokensIn, tokensOut }, task.price),
  }
}
