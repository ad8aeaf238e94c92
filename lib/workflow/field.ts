import { z } from 'zod'
import { slugSchema } from './binding'

/** The types a form field or an agent's output field may have. */
export const fieldTypes = [
  'text',
  'long_text',
  'number',
  'boolean',
  'choice',
  'date',
  'email',
  'list',
  'object',
] as const

export type FieldType = (typeof fieldTypes)[number]

/** One field of a form trigger, or of an agent's structured output. */
export const fieldSchema = z.strictObject({
  key: slugSchema,
  label: z.string().max(120).optional(),
  type: z.enum(fieldTypes),
  required: z.boolean().optional(),
  choices: z.array(z.string().min(1).max(200)).max(100).optional(),
  help: z.string().max(500).optional(),
})

export type Field = z.infer<typeof fieldSchema>
