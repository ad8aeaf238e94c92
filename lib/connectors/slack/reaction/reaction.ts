import { z } from 'zod'

/** What both ways of changing a reaction give back: the fields that take it back, too. */
export const reactionOutput = z.object({
  channel: z.string().meta({ title: 'Channel id' }),
  ts: z.string().meta({ title: 'Message id' }),
  emoji: z.string().meta({ title: 'Emoji' }),
})

/** `:eyes:` as `eyes`; the colons inside of `wave::skin-tone-2` stay. */
export function emojiName(emoji: string): string {
  return emoji.replace(/^:|:$/g, '')
}
