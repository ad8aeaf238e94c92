import { Environment } from '@marcbachmann/cel-js'

type Values = Readonly<Record<string, unknown>>

const environment = new Environment({ unlistedVariablesAreDyn: true })
const compiled = new Map<string, (values: Values) => unknown>()

/** The value of a CEL expression of a function's own code; `undefined` when it cannot be had from these values. */
export function evaluate(expression: string, values: Values): unknown {
  try {
    let program = compiled.get(expression)
    if (!program) {
      const parsed = environment.parse(expression)
      program = (given) => parsed(given)
      compiled.set(expression, program)
    }
    const value = program(values)
    return typeof value === 'bigint' ? Number(value) : value
  } catch {
    // A missing key is an error in CEL. For a match it means: no.
    return undefined
  }
}

export const isTrue = (expression: string, values: Values): boolean => evaluate(expression, values) === true
