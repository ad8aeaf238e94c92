import type { z } from 'zod'
import type { Action } from '../connectors/contract'
import { HandrailError } from '../core/errors'
import type { Json, JsonObject } from '../core/json'
import type { Binding } from './binding'
import { coerceTo } from './coerce-to'
import { fieldLabel } from './field-label'
import { missingValue } from './missing-value'
import { resolveBinding } from './resolve-binding'
import { shapeInWords, unfold } from './shape-in-words'
import { nameOf, type StepScope } from './step-scope'
import { valueTypeOfSchema } from './value-type-of-schema'

/**
 * The whole input of an action with every binding resolved, safe changes of type made, and checked against the
 * action's schema. An empty value is left out where the field may be left out, and is an error where it may not.
 * Throws `missing_value`, or `wrong_type` with the field and what is wrong.
 */
export function resolveInput(
  action: Action,
  bindings: Readonly<Record<string, Binding>>,
  call: StepScope,
  prefix = 'input',
): JsonObject {
  const entries: [string, Json][] = []
  for (const [key, binding] of Object.entries(bindings)) {
    const field = `${prefix}.${key}`
    const schema = Object.hasOwn(action.input.shape, key) ? action.input.shape[key] : undefined
    const value = resolveBinding(binding, call, field)
    if (!schema) throw wrongType(call, field, 'is not a field of this action. Remove it.')
    if (value === null && !schema.safeParse(null).success) {
      if (schema.safeParse(undefined).success) continue
      throw missingValue(call, field, 'a value')
    }
    const coerced = coerceTo(valueTypeOfSchema(schema, 'input'), value)
    const parsed = schema.safeParse(coerced)
    if (!parsed.success) throw doesNotFit(call, field, parsed.error)
    entries.push([key, coerced])
  }
  const input = Object.fromEntries(entries)
  const whole = action.input.safeParse(input)
  if (whole.success) return input
  throw doesNotFit(call, prefix, whole.error)
}

function doesNotFit(call: StepScope, field: string, error: z.core.$ZodError): HandrailError {
  const [issue] = error.issues.flatMap(unfold)
  const place = [field, ...(issue?.path ?? [])].map(String).join('.')
  return wrongType(call, place, issue ? shapeInWords(issue) : 'cannot take this value. Choose another value.')
}

function wrongType(call: StepScope, field: string, reason: string): HandrailError {
  return new HandrailError({
    code: 'wrong_type',
    who: 'user',
    retry: 'no',
    message: `The field "${fieldLabel(field, call.node)}" of "${nameOf(call.node)}" ${reason}`,
    field,
  })
}
