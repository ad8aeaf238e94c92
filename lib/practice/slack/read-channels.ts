import { z } from 'zod'
import type { PracticeChannel, PracticeMessage } from '../../workflow/views/practice-slack-view'
import { botSlackId } from '../seed/people'
import { itemsOf, type Snapshot } from '../snapshot'

const user = z.object({ user_id: z.string(), name: z.string(), real_name: z.string() })

const message = z.object({
  ts: z.string(),
  channel_id: z.string(),
  user: z.string(),
  text: z.string(),
  thread_ts: z.string().nullish(),
  edited: z.unknown().optional(),
  reactions: z.array(z.object({ name: z.string(), users: z.array(z.string()) })).default([]),
  files: z.array(z.object({ name: z.string() })).default([]),
})
type Message = z.infer<typeof message>

const scheduled = z.object({
  scheduled_message_id: z.string(),
  channel_id: z.string(),
  text: z.string(),
  post_at: z.number(),
})

const channel = z.object({
  channel_id: z.string(),
  name: z.string(),
  is_im: z.boolean().default(false),
  is_private: z.boolean().default(false),
  user: z.string().optional(),
  topic: z.object({ value: z.string() }),
})

/** The channels of the simulated Slack and the direct messages in it, as the practice page shows them. */
export function readChannels(snapshot: Snapshot): PracticeChannel[] {
  const names = new Map(itemsOf(snapshot, 'slack.users', user).map((each) => [each.user_id, each.real_name]))
  const messages = itemsOf(snapshot, 'slack.messages', message).sort((left, right) =>
    left.ts < right.ts ? -1 : 1,
  )
  const waiting = itemsOf(snapshot, 'slack.scheduled_messages', scheduled)
  const nameOf = (id: string) => names.get(id) ?? id

  const toMessage = (each: Message, replies: readonly PracticeMessage[]): PracticeMessage => ({
    id: each.ts,
    author: nameOf(each.user),
    text: each.text,
    at: new Date(Number(each.ts) * 1000).toISOString(),
    isOurs: each.user === botSlackId,
    isEdited: each.edited !== undefined,
    reactions: each.reactions.map((reaction) => ({
      emoji: reaction.name,
      count: reaction.users.length,
      isOurs: reaction.users.includes(botSlackId),
    })),
    files: each.files.map(({ name }) => name),
    replies,
  })
  const repliesTo = ({ channel_id, ts }: Message) =>
    messages
      .filter((each) => each.channel_id === channel_id && each.thread_ts === ts && each.ts !== ts)
      .map((reply) => toMessage(reply, []))

  return itemsOf(snapshot, 'slack.channels', channel).map((each) => ({
    id: each.channel_id,
    name: each.is_im ? nameOf(each.user ?? each.name) : each.name,
    kind: each.is_im ? 'direct' : each.is_private ? 'private' : 'public',
    topic: each.is_im ? '' : each.topic.value,
    scheduled: waiting
      .filter(({ channel_id }) => channel_id === each.channel_id)
      .map(({ scheduled_message_id, text, post_at }) => ({
        id: scheduled_message_id,
        text,
        at: new Date(post_at * 1000).toISOString(),
      })),
    messages: messages
      .filter(
        ({ channel_id, thread_ts, ts }) => channel_id === each.channel_id && (!thread_ts || thread_ts === ts),
      )
      .map((first) => toMessage(first, repliesTo(first)))
      .reverse(),
  }))
}
