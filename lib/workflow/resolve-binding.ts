import { HandrailError } from '../core/errors'
import type { Json } from '../core/json'
import type { Binding } from './binding'
import { missingValue } from './missing-value'
import { renderText } from './render-text'
import type { StepScope } from './step-scope'
import { pathText, valueAt } from './value-at'

/**
 * The value of one bound field. A value that is not there is a `missing_value` error, unless the binding carries a
 * default or another of its `first`; it is never a silent null. A null that a service really gave counts as not
 * there for `default` and `first`, and is passed on as null otherwise.
 */
export function resolveBinding(binding: Binding, call: StepScope, field: string): Json {
  if ('value' in binding) return binding.value
  const fallback = binding.default
  if (fallback === undefined) return resolveStrictly(binding, call, field)
  try {
    return resolveStrictly(binding, call, field) ?? fallback
  } catch (error) {
    if (isMissing(error)) return fallback
    throw error
  }
}

function resolveStrictly(binding: Binding, call: StepScope, field: string): Json {
  if ('value' in binding) return binding.value
  if ('text' in binding) return renderText(binding.text, call, field)
  if ('first' in binding) return firstOf(binding.first, call, field)
  const source = Object.hasOwn(call.scope, binding.from) ? call.scope[binding.from] : undefined
  if (source === undefined) throw missingValue(call, field, `a value of the step "${binding.from}"`)
  const value = valueAt(source, binding.path)
  if (value === undefined) {
    throw missingValue(call, field, `"${pathText(binding.path)}" of the step "${binding.from}"`)
  }
  return value
}

function firstOf(options: readonly Binding[], call: StepScope, field: string): Json {
  for (const option of options) {
    try {
      const value = resolveBinding(option, call, field)
      if (value !== null) return value
    } catch (error) {
      if (!isMissing(error)) throw error
    }
  }
  throw missingValue(call, field, 'the first of several values')
}

export function isMissing(error: unknown): boolean {
  return error instanceof HandrailError && error.code === 'missing_value'
}
