import { createHash } from 'node:crypto'
import { z } from 'zod'
import { newId } from '@/db/new-id'

/** An event as functions receive it. */
export type RunnerEvent = {
  readonly id: string
  readonly name: string
  readonly data: Readonly<Record<string, unknown>>
  readonly ts: number
  readonly [extra: string]: unknown
}

/** The body of `POST /e/:key`. */
export const sentEvents = z.array(
  z.looseObject({
    id: z.string().nullish(),
    name: z.string().min(1),
    data: z.record(z.string(), z.unknown()),
    ts: z.number(),
  }),
)

/**
 * Gives each event an id. Those that have none get one from the seed of their sending, so that the SDK's own retry of
 * a sending whose answer was lost makes the same ids.
 */
export function withIds(events: z.infer<typeof sentEvents>, seed: string | null): RunnerEvent[] {
  return events.map((event, index) => ({
    ...event,
    id:
      event.id ||
      (seed ? `evt_${createHash('sha1').update(`${seed}:${index}`).digest('hex')}` : newId('evt')),
  }))
}
