import type { ASTNode, Context } from '@marcbachmann/cel-js'
import { celEnvironment } from './cel'
import { childrenOf } from './cel-ast'
import { metered, withinBudget } from './cel-budget'
import { recent } from './recent'

export type ParsedCel = { readonly ast: ASTNode; evaluate(context: Context): unknown }

/** The time that a regular expression takes cannot be bounded, nor the size of a value that is doubled by name. */
const refused: Readonly<Record<string, string>> = {
  matches: 'matches() is not available; use contains(), startsWith() or endsWith()',
  bind: 'cel.bind() is not available; put the value into a "Set values" step',
}

/** Parses CEL and holds it against what is allowed. Never throws: says what is wrong in one sentence. */
export const parseCel = recent<ParsedCel | { readonly problem: string }>(2_000, (source) => {
  try {
    const { ast } = celEnvironment.parse(source)
    const problem = problemIn(ast)
    if (problem) return { problem }
    const evaluate = celEnvironment.parse(metered(source, ast) ?? source)
    return { ast, evaluate: (context) => withinBudget(() => evaluate(context)) }
  } catch (error) {
    const text = error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error)
    return { problem: text }
  }
})

function problemIn(node: ASTNode): string | undefined {
  if (node.op === 'rcall' || node.op === 'call') {
    const found = Object.hasOwn(refused, node.args[0]) ? refused[node.args[0]] : undefined
    if (found) return found
    if (node.args[0].startsWith('meter_')) return `there is no function ${node.args[0]}()`
  }
  for (const child of childrenOf(node)) {
    const problem = problemIn(child)
    if (problem) return problem
  }
  return undefined
}
