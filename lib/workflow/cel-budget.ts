import type { ASTNode, Environment } from '@marcbachmann/cel-js'
import { HandrailError } from '../core/errors'
import { childrenOf } from './cel-ast'

/** How many values one evaluation may look at. About a second at most. */
export const celBudget = 500_000

/** Names that no expression can be given by hand: the checker refuses them in a person's text. */
export const meterNames = { tick: 'meter_tick__', weigh: 'meter_weigh__' } as const

const loops = new Set(['all', 'exists', 'exists_one', 'map', 'filter'])
const weighedOperators = new Set(['==', '!=', 'in', '+', '<', '<=', '>', '>='])

/** The budget of the evaluation that is running: evaluating is never interrupted, so there is one at a time. */
let left = celBudget

export function registerMeter(environment: Environment): void {
  environment.registerFunction(`${meterNames.tick}(dyn): dyn`, (value: unknown) => {
    spend(1)
    return value
  })
  environment.registerFunction(`${meterNames.weigh}(dyn): dyn`, (value: unknown) => {
    weigh(value)
    return value
  })
}

/** Runs an evaluation within the budget. Loops swallow errors of single items, so the budget is looked at afterwards too. */
export function withinBudget<Result>(evaluate: () => Result): Result {
  left = celBudget
  const result = evaluate()
  if (left < 0) throw overBudget()
  return result
}

/** Counts all that a value holds, and stops as soon as it is too much. */
export function weigh(value: unknown): void {
  const open = [value]
  while (open.length > 0) {
    const next = open.pop()
    spend(typeof next === 'string' ? 1 + next.length / 32 : 1)
    if (Array.isArray(next)) for (const item of next) open.push(item)
    else if (typeof next === 'object' && next !== null)
      for (const item of Object.values(next)) open.push(item)
    if (open.length > left) spend(open.length)
  }
}

function spend(amount: number): void {
  left -= amount
  if (left < 0) throw overBudget()
}

function overBudget(): HandrailError {
  return new HandrailError({
    code: 'limit_reached',
    who: 'user',
    retry: 'no',
    message:
      'The expression looks at more values than it may. Compare fewer values, or shorten the lists first.',
  })
}

/**
 * The expression with its loops metered, as text to parse again: every turn of a loop, every list that is looped over
 * and every value that is compared or joined inside a loop is counted. Without a loop there is nothing to meter: the
 * work is bounded by the size of the expression and its data.
 */
export function metered(source: string, ast: ASTNode): string | undefined {
  const marks: { readonly place: number; readonly text: string }[] = []
  mark(ast, false, marks)
  if (marks.length === 0) return undefined
  let result = ''
  let at = 0
  // Sorting is stable, and what opens further out was noted first.
  for (const { place, text } of marks.sort((one, other) => one.place - other.place)) {
    result += source.slice(at, place) + text
    at = place
  }
  return result + source.slice(at)
}

function mark(node: ASTNode, isInLoop: boolean, marks: { place: number; text: string }[]): void {
  const wrap = (part: ASTNode, name: string) => {
    marks.push({ place: part.start, text: `${name}(` }, { place: part.end, text: ')' })
  }
  if (node.op === 'call' && node.args[0] === 'has') return
  if (node.op === 'rcall' && loops.has(node.args[0])) {
    const [, list, [variable, ...bodies]] = node.args
    if (variable) wrap(list, meterNames.tick)
    mark(list, isInLoop, marks)
    for (const body of bodies) {
      wrap(body, meterNames.tick)
      mark(body, true, marks)
    }
    return
  }
  if (isInLoop && weighedOperators.has(node.op)) {
    for (const operand of childrenOf(node)) if (operand.op !== 'value') wrap(operand, meterNames.weigh)
  }
  if (isInLoop && node.op === 'rcall' && node.args[0] !== 'orValue' && node.args[0] !== 'or') {
    for (const part of [node.args[1], ...node.args[2]]) if (part.op !== 'value') wrap(part, meterNames.weigh)
  }
  for (const child of childrenOf(node)) mark(child, isInLoop, marks)
}
