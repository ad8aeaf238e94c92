import { z } from 'zod'

/** Slack keeps data beside a message that people do not see: there an effect leaves its key. */
export function keyMetadata(idempotencyKey: string) {
  return { event_type: 'handrail_effect', event_payload: { key: idempotencyKey } }
}

const kept = z.object({
  event_type: z.literal('handrail_effect'),
  event_payload: z.object({ key: z.string() }),
})

export function hasKey(metadata: unknown, idempotencyKey: string): boolean {
  const parsed = kept.safeParse(metadata)
  return parsed.success && parsed.data.event_payload.key === idempotencyKey
}
