import { Environment } from '@marcbachmann/cel-js'
import { registerMeter } from './cel-budget'

/** Sizes one expression may have. */
export const celLimits = {
  maxAstNodes: 1_000,
  maxDepth: 60,
  maxListElements: 200,
  maxMapEntries: 100,
  maxCallArguments: 16,
} as const

type Numeric = (left: number, right: number) => number

const arithmetic: Readonly<Record<string, Numeric>> = {
  '+': (left, right) => left + right,
  '-': (left, right) => left - right,
  '*': (left, right) => left * right,
  '/': (left, right) => left / right,
  '%': (left, right) => left % right,
}

/**
 * CEL over plain data. JSON has one kind of number and CEL has two: `+ - * / %` between them are registered, so that
 * `n + 1` means what it says.
 */
export const celEnvironment = makeEnvironment()

function makeEnvironment(): Environment {
  const environment = new Environment({
    unlistedVariablesAreDyn: true,
    homogeneousAggregateLiterals: false,
    enableOptionalTypes: true,
    limits: celLimits,
  })
  for (const [operator, apply] of Object.entries(arithmetic)) {
    const numeric = (left: unknown, right: unknown) => apply(Number(left), Number(right))
    environment.registerOperator(`double ${operator} int`, numeric)
    environment.registerOperator(`int ${operator} double`, numeric)
  }
  environment.registerOperator(
    'double % double',
    (left: unknown, right: unknown) => Number(left) % Number(right),
  )
  registerMeter(environment)
  return environment
}
