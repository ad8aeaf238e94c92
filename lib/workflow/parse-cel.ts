import type { ASTNode, Context } from '@marcbachmann/cel-js'
import { celEnvironment, childrenOf } from './cel'
import { recent } from './recent'

export type ParsedCel = { readonly ast: ASTNode; evaluate(context: Context): unknown }

/** Functions that are refused: the time that a regular expression takes cannot be bounded. */
const refused: Readonly<Record<string, string>> = {
  matches: 'matches() is not available; use contains(), startsWith() or endsWith()',
}

/** Parses CEL and holds it against what is allowed. Never throws: says what is wrong in one sentence. */
export const parseCel = recent<ParsedCel | { readonly problem: string }>(2_000, (source) => {
  try {
    const evaluate = celEnvironment.parse(source)
    const problem = problemIn(evaluate.ast)
    return problem ? { problem } : { ast: evaluate.ast, evaluate: (context) => evaluate(context) }
  } catch (error) {
    const text = error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error)
    return { problem: text }
  }
})

function problemIn(node: ASTNode): string | undefined {
  if (node.op === 'rcall' || node.op === 'call') {
    const found = Object.hasOwn(refused, node.args[0]) ? refused[node.args[0]] : undefined
    if (found) return found
  }
  for (const child of childrenOf(node)) {
    const problem = problemIn(child)
    if (problem) return problem
  }
  return undefined
}
