import { z } from 'zod'
import { type Binding, bindingSchema } from './binding'

/** The comparisons a condition row offers. `right` is left out for those that need none. */
export const operators = [
  'equals',
  'not_equals',
  'contains',
  'not_contains',
  'starts_with',
  'ends_with',
  'greater',
  'greater_or_equal',
  'less',
  'less_or_equal',
  'before',
  'after',
  'one_of',
  'is_true',
  'is_false',
  'is_empty',
  'is_not_empty',
] as const

export type Operator = (typeof operators)[number]

export type Condition =
  | { readonly all: readonly Condition[] }
  | { readonly any: readonly Condition[] }
  | { readonly cel: string }
  | { readonly left: Binding; readonly is: Operator; readonly right?: Binding | undefined }

export const conditionSchema: z.ZodType<Condition> = z.lazy(() =>
  z.union([
    z.strictObject({ all: z.array(conditionSchema).max(50) }),
    z.strictObject({ any: z.array(conditionSchema).max(50) }),
    z.strictObject({ cel: z.string().min(1).max(5_000) }),
    z.strictObject({ left: bindingSchema, is: z.enum(operators), right: bindingSchema.optional() }),
  ]),
)
