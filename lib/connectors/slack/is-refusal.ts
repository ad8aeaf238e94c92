import { z } from 'zod'

const refusal = z.object({ data: z.object({ error: z.string() }) })

/** Whether Slack says no with one of these words. */
export function isRefusal(error: unknown, words: readonly string[]): boolean {
  const parsed = refusal.safeParse(error)
  return parsed.success && words.includes(parsed.data.data.error)
}
