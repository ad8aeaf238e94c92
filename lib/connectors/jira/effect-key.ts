import { z } from 'zod'

const name = 'handrail'

/** Issues and comments have properties that people do not see: there an effect leaves its key. */
export function keyProperty(idempotencyKey: string) {
  return { key: name, value: { key: idempotencyKey } }
}

/** Of an issue’s properties, only this one is asked for. */
export const keyPropertyName = name

const kept = z.object({ key: z.string() })

export function isKey(value: unknown, idempotencyKey: string): boolean {
  const parsed = kept.safeParse(value)
  return parsed.success && parsed.data.key === idempotencyKey
}

/** What an issue’s history says of a change, beside who made it. */
export function keyMetadata(idempotencyKey: string) {
  return { type: name, extraData: { key: idempotencyKey } }
}

const metadata = z.object({ type: z.literal(name), extraData: kept })

export function isKeyMetadata(value: unknown, idempotencyKey: string): boolean {
  const parsed = metadata.safeParse(value)
  return parsed.success && parsed.data.extraData.key === idempotencyKey
}
