import { z } from 'zod'

/** What both ways of posting give back. */
export const postedOutput = z.object({
  channel: z.string().meta({ title: 'Channel id' }),
  ts: z.string().meta({ title: 'Message id' }),
  thread: z.string().meta({ title: 'Thread id' }),
  text: z.string().meta({ title: 'Text' }),
})

export type Posted = z.output<typeof postedOutput>
