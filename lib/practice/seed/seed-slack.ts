import { z } from 'zod'
import { type EmulatedBuiltIn, emulate } from '../emulated'
import { internalToken, internalTokens } from '../internal-token'
import type { Emulated } from '../services/service'
import { type Snapshot, snapshotSchema, withItems } from '../snapshot'
import { channels } from './messages'
import { botLogin, botSlackId, botSlackName, people } from './people'

const minute = 60_000

const config = {
  team: { name: 'Acme', domain: 'acme-practice' },
  users: people.map(({ login, name, title }) => ({
    name: login,
    real_name: name,
    email: `${login}@acme.example`,
    profile: { title },
  })),
  channels: channels.map(({ name, topic }) => ({ name, topic, purpose: topic })),
}

/** Slack as the emulator makes it, with ids that stay the same and the channels of the practice company. */
export async function emulateSlack(baseUrl: string): Promise<EmulatedBuiltIn> {
  const tokens = internalTokens(
    botSlackId,
    people.map(({ slackId }) => slackId),
  )
  const emulated = await emulate('slack', { baseUrl, seed: config, tokens })
  emulated.restore(withOwnIds(emulated.snapshot()))
  return emulated
}

/** Lets the people of the practice company write their messages, at times before `now`. */
export async function seedSlack(
  emulated: Emulated,
  { baseUrl, now }: { baseUrl: string; now: number },
): Promise<void> {
  const post = poster(emulated, baseUrl)
  const ages = new Map<string, number>()
  for (const channel of channels) {
    for (const message of channel.messages) {
      const ts = await post(message.author, { channel: channel.id, text: message.text })
      ages.set(ts, message.age)
      for (const reply of message.replies ?? []) {
        ages.set(
          await post(reply.author, { channel: channel.id, text: reply.text, thread_ts: ts }),
          reply.age,
        )
      }
    }
  }
  const earlier = (ts: unknown): unknown => {
    const age = typeof ts === 'string' ? ages.get(ts) : undefined
    if (age === undefined || typeof ts !== 'string') return ts
    return `${Math.floor((now - age * minute) / 1000)}.${ts.split('.')[1]}`
  }
  emulated.restore(
    withItems(snapshotSchema.parse(emulated.snapshot()), 'slack.messages', (item) => ({
      ...item,
      ts: earlier(item.ts),
      ...(item.thread_ts === undefined ? {} : { thread_ts: earlier(item.thread_ts) }),
    })),
  )
}

/** The emulator draws ids by chance and brings a channel and an administrator of its own. */
function withOwnIds(snapshot: Snapshot): Snapshot {
  const ids = new Map<unknown, string>(people.map(({ login, slackId }) => [login, slackId]))
  const members = [botSlackId, ...people.map(({ slackId }) => slackId)]
  const named = withItems(snapshot, 'slack.users', (user) => {
    const slackId = ids.get(user.name)
    if (slackId) return { ...user, user_id: slackId }
    const profile = { display_name: botSlackName, real_name: 'Handrail', email: 'handrail@acme.example' }
    return { ...user, name: botSlackName, real_name: 'Handrail', email: profile.email, is_bot: true, profile }
  })
  const renamed = withItems(named, 'slack.channels', (channel) => {
    const known = channels.find(({ name }) => name === channel.name)
    if (!known) return { ...channel, is_archived: true }
    const topic = { value: known.topic, creator: botSlackId, last_set: 0 }
    return { ...channel, channel_id: known.id, topic, purpose: topic, members, num_members: members.length }
  })
  const found = renamed.collections['slack.channels']
  if (!found) return renamed
  const kept = found.items.filter(({ is_archived }) => !is_archived)
  return { ...renamed, collections: { ...renamed.collections, 'slack.channels': { ...found, items: kept } } }
}

const posted = z.object({ ok: z.literal(true), ts: z.string() })

function poster(emulated: Emulated, baseUrl: string) {
  return async (login: string, body: Readonly<Record<string, string>>): Promise<string> => {
    const author = people.find((each) => each.login === login)?.slackId ?? botLogin
    const answer = await emulated.handle(
      new Request(`${baseUrl}/api/chat.postMessage`, {
        method: 'POST',
        headers: { authorization: `Bearer ${internalToken(author)}`, 'content-type': 'application/json' },
        body: JSON.stringify(body),
      }),
    )
    return posted.parse(await answer.json()).ts
  }
}
