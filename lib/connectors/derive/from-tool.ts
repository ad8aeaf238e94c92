import { z } from 'zod'
import type { Json, JsonObject } from '../../core/json'
import type { Action } from '../contract'
import { type FieldShape, shapeOf, unwrap } from './shape-of'
import { modeOf, type ToolFields } from './tool-fields'

/** What came of a model's arguments. `problems` are sentences that the model is told, so that it can mend its call. */
export type ToolInput =
  | { readonly ok: true; readonly input: JsonObject }
  | { readonly ok: false; readonly problems: readonly string[] }

/**
 * The action's input from a model's arguments: nulls are dropped, the builder's fixed values are put in, arguments
 * that the agent was not to give are refused, and the whole is checked by the action's own schema.
 */
export function fromTool(action: Action, fields: ToolFields, args: unknown): ToolInput {
  if (!isObject(args)) return { ok: false, problems: ['The arguments must be one JSON object.'] }
  const shape = shapeOf(action.input)
  const byKey = new Map(shape.map((field) => [field.key, field]))
  const refused = Object.keys(args).filter((key) => {
    const field = byKey.get(key)
    return !field || modeOf(field, fields).mode !== 'agent'
  })
  if (refused.length > 0) return { ok: false, problems: refused.map((key) => `There is no argument ${key}.`) }

  const input: Record<string, Json> = {}
  for (const field of shape) {
    const value = filledIn(field, fields, args)
    if (value !== undefined && value !== null) input[field.key] = value
  }
  const checked = action.input.safeParse(input)
  if (checked.success) return { ok: true, input }
  return {
    ok: false,
    problems: checked.error.issues.map(({ path, message }) => `${path.join('.') || 'arguments'}: ${message}`),
  }
}

function filledIn(field: FieldShape, fields: ToolFields, args: JsonObject): Json | undefined {
  const mode = modeOf(field, fields)
  if (mode.mode === 'fixed') return mode.value
  if (mode.mode === 'empty') return undefined
  const given = Object.hasOwn(args, field.key) ? args[field.key] : undefined
  return given === undefined ? undefined : fromStrict(field.inner, given)
}

/** Turns back what `toStrictSchema` had to say in another way. A value that does not fit is left for the check. */
function fromStrict(schema: z.core.$ZodType, value: Json): Json {
  const inner = unwrap(schema)
  if (inner instanceof z.ZodArray && Array.isArray(value)) {
    return value.map((entry) => fromStrict(inner.element, entry))
  }
  if (inner instanceof z.ZodRecord && Array.isArray(value)) return fromPairs(value)
  if (inner instanceof z.ZodObject && isObject(value)) {
    const kept = Object.entries(value).filter(([, entry]) => entry !== null)
    return Object.fromEntries(
      kept.map(([key, entry]) => [key, inner.shape[key] ? fromStrict(inner.shape[key], entry) : entry]),
    )
  }
  return isFree(inner) && typeof value === 'string' ? fromText(value) : value
}

function fromPairs(pairs: readonly Json[]): Json {
  return Object.fromEntries(
    pairs.flatMap((pair) =>
      isObject(pair) && typeof pair.name === 'string' ? [[pair.name, pair.value ?? null]] : [],
    ),
  )
}

/** Free JSON came as text; text that is no JSON is meant as it stands. */
function fromText(text: string): Json {
  try {
    return z.json().parse(JSON.parse(text))
  } catch {
    return text
  }
}

function isFree(inner: z.ZodType): boolean {
  return inner instanceof z.ZodLazy || inner instanceof z.ZodUnion || inner instanceof z.ZodUnknown
}

function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
