import { HandrailError } from '../core/errors'
import type { Json } from '../core/json'
import { weigh } from './cel-budget'
import { fieldLabel } from './field-label'
import { nowName } from './liquid-dates'
import { missingValue } from './missing-value'
import { parseCel } from './parse-cel'
import { nameOf, type StepScope } from './step-scope'

/** The value of a CEL expression over the outputs of earlier steps. `now` is the run's time as a timestamp. */
export function evaluateCel(source: string, call: StepScope, field: string): Json {
  const parsed = parseCel(source)
  if ('problem' in parsed) throw failed(parsed.problem, call, field)
  try {
    const value = parsed.evaluate(contextOf(call))
    weigh(value)
    return toJson(value)
  } catch (error) {
    throw explain(error, call, field)
  }
}

/** Without a prototype, so that `constructor` and `toString` are names like any other. */
function contextOf(call: StepScope): Record<string, unknown> {
  const context: Record<string, unknown> = Object.create(null)
  return Object.assign(context, call.scope, { [nowName]: new Date(call.now) })
}

function toJson(value: unknown): Json {
  if (value === null || value === undefined) return null
  if (typeof value === 'bigint') return Number(value)
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value
  if (Array.isArray(value)) return value.map(toJson)
  if (value instanceof Date) return value.toISOString()
  if (value instanceof Map) return toJson(Object.fromEntries(value))
  if (Object.getPrototypeOf(value) !== Object.prototype && Object.getPrototypeOf(value) !== null)
    return String(value)
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, toJson(item)]))
}

function explain(error: unknown, call: StepScope, field: string): HandrailError {
  if (error instanceof HandrailError)
    return failed(error.message.replace(/\.[^.]*\.$/, ''), call, field, error)
  const text = error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error)
  const missing = /^(?:No such key|Unknown variable): (\w+)/.exec(text)
  if (missing) return missingValue(call, field, `"${missing[1]}"`)
  return failed(text, call, field, error)
}

function failed(reason: string, call: StepScope, field: string, cause?: unknown): HandrailError {
  return new HandrailError({
    code: cause instanceof HandrailError ? cause.code : 'expression_failed',
    who: 'user',
    retry: 'no',
    message: `The expression in "${fieldLabel(field, call.node)}" of "${nameOf(call.node)}" could not be computed: ${reason}. Mend the expression.`,
    field,
    cause,
  })
}
