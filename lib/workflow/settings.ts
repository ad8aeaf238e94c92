import { z } from 'zod'

/** An ISO 8601 duration of days and smaller: `PT30S`, `PT2H`, `P3D`. */
export const durationSchema = z
  .string()
  .regex(/^P(?!$)(\d+D)?(T(?!$)(\d+H)?(\d+M)?(\d+S)?)?$/, 'Write a duration such as PT30S, PT2H or P3D.')

/** What every step may say about itself. `tries` counts all attempts. */
export const settingsSchema = z.strictObject({
  tries: z.number().int().min(1).max(20).optional(),
  timeout: durationSchema.optional(),
  /** How long to wait before the second try, and whether that grows; left out, a second that doubles up to a minute. */
  backoff: z.strictObject({ wait: durationSchema, growth: z.enum(['same', 'double']) }).optional(),
  onError: z.enum(['stop', 'continue', 'exit', 'ask']).optional(),
  onUnknown: z.enum(['ask', 'repeat']).optional(),
  join: z.enum(['all', 'first']).optional(),
})

export type StepSettings = z.infer<typeof settingsSchema>
