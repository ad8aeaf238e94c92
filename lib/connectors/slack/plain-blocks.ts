import type { Json } from '../../core/json'
import { plainMentions } from './plain-mentions'

/** What rich text calls people by. */
const callers: Readonly<Record<string, string>> = {
  user: 'user_id',
  usergroup: 'usergroup_id',
  broadcast: 'range',
}

/** Addresses and names of blocks are no text: nothing in them calls anybody. */
const notText: ReadonlySet<string> = new Set(['type', 'url', 'image_url', 'block_id', 'action_id', 'style'])

/** The same blocks, in which nothing calls anybody. */
export function plainBlocks(value: Json): Json {
  if (typeof value === 'string') return plainMentions(value, false)
  if (isList(value)) return value.map(plainBlocks)
  if (typeof value !== 'object' || value === null) return value
  const caller = typeof value.type === 'string' ? callers[value.type] : undefined
  const called = caller === undefined ? undefined : value[caller]
  if (called !== undefined) return { type: 'text', text: `@${String(called)}` }
  const plain = Object.fromEntries(
    Object.entries(value).map(([key, entry]) => [
      key,
      notText.has(key) && typeof entry === 'string' ? entry : plainBlocks(entry),
    ]),
  )
  // Otherwise Slack looks for @here and #channels in the text by itself.
  return value.type === 'mrkdwn' ? { ...plain, verbatim: true } : plain
}

/** Whether Slack would fetch an address when these blocks are shown. */
export function hasImage(value: Json): boolean {
  if (isList(value)) return value.some(hasImage)
  if (typeof value !== 'object' || value === null) return false
  return value.type === 'image' || 'image_url' in value || Object.values(value).some(hasImage)
}

function isList(value: Json): value is readonly Json[] {
  return Array.isArray(value)
}
