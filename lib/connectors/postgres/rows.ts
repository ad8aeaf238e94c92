import type { z } from 'zod'
import { rowSchema } from './fields'
import type { Row } from './session-client'

/** A row as JSON: what the driver made of a column that JSON does not know is its text. */
export function toRow(row: Row): z.infer<typeof rowSchema> {
  return rowSchema.parse(JSON.parse(JSON.stringify(row)))
}
