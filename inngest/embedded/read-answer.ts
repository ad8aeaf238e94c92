import { z } from 'zod'
import type { Due } from '@/db/queries/system/runner/schedule-work'
import { readRetryAfter } from './backoff'

/** One thing that a call reported: a step that ended, one that it wants run, or one that waits. */
export const operation = z.object({
  id: z.string(),
  op: z.string(),
  name: z.string().nullish(),
  displayName: z.string().nullish(),
  data: z.unknown().optional(),
  error: z.unknown().optional(),
  opts: z.record(z.string(), z.unknown()).nullish(),
})

export type Operation = z.infer<typeof operation>

/** Its name for people, without what a text column refuses. */
export const nameOf = ({ id, name, displayName }: Operation): string =>
  (displayName ?? name ?? id).replaceAll('\0', '').toWellFormed()

/** What the SDK hands back for a call, without its way of writing. */
export type RawAnswer = {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
}

export type Answer =
  | { readonly kind: 'returned'; readonly output: unknown }
  | {
      readonly kind: 'operations'
      readonly operations: readonly Operation[]
      readonly retryAfter: Due | null
    }
  | {
      readonly kind: 'threw'
      readonly error: unknown
      readonly retry: boolean
      readonly retryAfter: Due | null
    }

/** Reads an answer of the protocol: 200 the function returned, 206 it reports operations, else it threw. */
export function readAnswer({ status, headers, body }: RawAnswer): Answer {
  const fields = Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]),
  )
  const retryAfter = readRetryAfter(fields['retry-after'])
  const content: unknown = body === '' ? null : JSON.parse(body)
  if (status === 200) return { kind: 'returned', output: content }
  if (status === 206) return { kind: 'operations', operations: z.array(operation).parse(content), retryAfter }
  const retry = fields['x-inngest-no-retry'] !== 'true' && status !== 400
  return { kind: 'threw', error: content, retry, retryAfter }
}
