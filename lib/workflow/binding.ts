import { z } from 'zod'
import type { Json } from '../core/json'
import { reservedWords } from './reserved-words'

/** The rule for node ids, field keys and output keys: what can be referred to in CEL and Liquid as it is. */
export const slugSchema = z
  .string()
  .regex(
    /^[a-z][a-z0-9_]{0,40}$/,
    'Use lower-case letters, digits and _, starting with a letter, 41 at most.',
  )
  .refine((slug) => !reservedWords.has(slug), 'This word is kept by the expression language. Choose another.')

export const literalSchema = z.json()

/** The way into a value: `["items", 0, "title"]`. Empty, the value itself. */
export const pathSchema = z.array(z.union([z.string().max(200), z.number().int().min(0)])).max(20)

const withDefault = { default: literalSchema.optional() }

/** How a node's field gets its value: a literal, one earlier value, text with values in it, or the first that is there. */
export type Binding =
  /** `label`: what people call a value that was picked from a list (`#ops`). It is shown and never sent. */
  | { readonly value: Json; readonly label?: string | undefined }
  | {
      readonly from: string
      readonly path: readonly (string | number)[]
      readonly default?: Json | undefined
    }
  | { readonly text: string; readonly default?: Json | undefined }
  | { readonly first: readonly Binding[]; readonly default?: Json | undefined }

export const bindingSchema: z.ZodType<Binding> = z.lazy(() =>
  z.union([
    z.strictObject({ value: literalSchema, label: z.string().max(200).optional() }),
    z.strictObject({ from: slugSchema, path: pathSchema, ...withDefault }),
    z.strictObject({ text: z.string().max(50_000), ...withDefault }),
    z.strictObject({ first: z.array(bindingSchema).min(1).max(20), ...withDefault }),
  ]),
)

export const textBindingSchema = z.union([
  z.strictObject({ text: z.string().max(50_000) }),
  z.strictObject({ value: z.string().max(50_000) }),
])
