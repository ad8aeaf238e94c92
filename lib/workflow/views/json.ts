import { z } from 'zod'
import type { Json } from '../../core/json'

/** Plain data in a view: read, never changed. */
export const json: z.ZodType<Json> = z.json()
