import { z } from 'zod'

const time = z.string()

export type PracticeMessage = {
  readonly id: string
  readonly author: string
  readonly text: string
  readonly at: string
  /** A workflow wrote it. */
  readonly isOurs: boolean
  readonly isEdited: boolean
  /** By the name of the emoji; `isOurs` where a workflow is among who gave it. */
  readonly reactions: readonly { readonly emoji: string; readonly count: number; readonly isOurs: boolean }[]
  /** Their names. */
  readonly files: readonly string[]
  /** In a thread, oldest first. */
  readonly replies: readonly PracticeMessage[]
}

export const practiceMessageSchema: z.ZodType<PracticeMessage> = z.lazy(() =>
  z.object({
    id: z.string(),
    author: z.string(),
    text: z.string(),
    at: time,
    isOurs: z.boolean(),
    isEdited: z.boolean(),
    reactions: z.array(z.object({ emoji: z.string(), count: z.number(), isOurs: z.boolean() })),
    files: z.array(z.string()),
    replies: z.array(practiceMessageSchema),
  }),
)

export const practiceChannelSchema = z.object({
  id: z.string(),
  name: z.string(),
  kind: z.enum(['public', 'private', 'direct']),
  topic: z.string(),
  /** What will be posted later. */
  scheduled: z.array(z.object({ id: z.string(), text: z.string(), at: time })).readonly(),
  messages: z.array(practiceMessageSchema).readonly(),
})

export type PracticeChannel = z.infer<typeof practiceChannelSchema>
