import { z } from 'zod'
import type { Emulators } from '@/lib/practice/start-emulators'

const ours = 'U000000001'
const plain = 'A message of ours.'
const withSigns = 'A message of ours, with signs under it.'

/** What actions on things of one's own need: messages, one of them with reactions, a scheduled one, and a channel. */
export async function prepareSlack({ slack, token }: Emulators): Promise<void> {
  const call = async (method: string, fields: Readonly<Record<string, string>>) => {
    const answer = await fetch(`${slack.url}/api/${method}`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}` },
      body: new URLSearchParams(fields),
    })
    return z.looseObject({ ok: z.literal(true), ts: z.string().optional() }).parse(await answer.json())
  }
  const channel = 'C000000004'
  await call('chat.postMessage', { channel, text: plain })
  const { ts = '' } = await call('chat.postMessage', { channel, text: withSigns })
  for (const name of ['eyes', 'white_check_mark'])
    await call('reactions.add', { channel, timestamp: ts, name })
  await call('chat.scheduleMessage', { channel, text: 'Later.', post_at: String(inAnHour()) })
  await call('conversations.create', { name: 'just-us' })
}

/** An example's input, aimed at what `prepareSlack` has made. */
export function slackInput(
  id: string,
  input: Record<string, unknown>,
  { slack }: Emulators,
): Record<string, unknown> {
  const { collections } = stateSchema.parse(slack.state())
  const own = (text: string) => {
    const found = collections['slack.messages'].items.find((each) => each.user === ours && each.text === text)
    return found ? { channel: found.channel_id, ts: found.ts } : {}
  }
  switch (id) {
    case 'slack.message.update':
    case 'slack.message.delete':
    case 'slack.reaction.add':
      return { ...input, ...own(plain) }
    case 'slack.reaction.remove':
      return { ...input, ...own(withSigns) }
    case 'slack.message.schedule':
      return { ...input, at: new Date(inAnHour() * 1000).toISOString() }
    case 'slack.message.unschedule': {
      const [found] = collections['slack.scheduled_messages'].items
      return found ? { channel: found.channel_id, scheduled: found.scheduled_message_id } : input
    }
    case 'slack.channel.invite': {
      const found = collections['slack.channels'].items.find(({ name }) => name === 'just-us')
      return { ...input, channel: found?.channel_id }
    }
    default:
      return input
  }
}

const items = <Item extends z.ZodType>(item: Item) =>
  z.object({ items: z.array(item) }).default({ items: [] })

const stateSchema = z.object({
  collections: z.object({
    'slack.messages': items(
      z.object({ user: z.string(), text: z.string(), channel_id: z.string(), ts: z.string() }),
    ),
    'slack.scheduled_messages': items(z.object({ channel_id: z.string(), scheduled_message_id: z.string() })),
    'slack.channels': items(z.object({ name: z.string(), channel_id: z.string() })),
  }),
})

function inAnHour(): number {
  return Math.floor(Date.now() / 1000) + 3_600
}
