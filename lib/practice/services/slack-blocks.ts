import { z } from 'zod'

const text = z.object({ type: z.enum(['mrkdwn', 'plain_text']), text: z.string().min(1).max(3_000) })
const image = z.object({ type: z.literal('image'), image_url: z.string(), alt_text: z.string() })
const several = z.array(z.unknown())

/** What each kind of block must have, as the real Slack insists on it. */
const needs: Readonly<Record<string, z.ZodType>> = {
  section: z.union([z.object({ text }), z.object({ fields: z.array(text).min(1).max(10) })]),
  header: z.object({ text: text.extend({ type: z.literal('plain_text') }) }),
  divider: z.object({}),
  image,
  context: z.object({
    elements: z
      .array(z.union([text, image]))
      .min(1)
      .max(10),
  }),
  actions: z.object({ elements: several.min(1).max(25) }),
  markdown: z.object({ text: z.string().min(1).max(12_000) }),
  rich_text: z.object({ elements: several.min(1) }),
}

/** Whether Slack would answer `invalid_blocks` for this one. */
export function isWrongBlock(block: unknown): boolean {
  const kind = z.object({ type: z.string() }).safeParse(block)
  if (!kind.success) return true
  return !(needs[kind.data.type]?.safeParse(block).success ?? false)
}
