import { z } from 'zod'
import { type ErrorDetails, HandrailError } from '../../core/errors'
import type { ClientContext } from '../contract'

/** Slack answers 200 and says `ok: false` with a word; the SDK throws it with the answer in `data`. */
const platform = z.object({
  data: z.object({
    error: z.string(),
    needed: z.string().optional(),
    response_metadata: z.object({ retryAfter: z.number().optional() }).optional(),
  }),
})

const badToken: ReadonlySet<string> = new Set([
  'invalid_auth',
  'not_authed',
  'account_inactive',
  'token_revoked',
  'token_expired',
  'no_permission',
])

/** What one of Slack's words means for the person at the node. */
export function platformError(
  error: unknown,
  { action, connection }: ClientContext,
): HandrailError | undefined {
  const parsed = platform.safeParse(error)
  if (!parsed.success) return undefined
  const { error: word, needed, response_metadata } = parsed.data.data
  const name = connection?.name ? `“${connection.name}”` : 'the connection'
  const isSafe = action.effect === 'read' || action.repeat === 'safe'
  const base = { who: 'user', retry: 'no', detail: word.slice(0, 200) } as const

  // A body that is no JSON becomes the `error` of an answer that Slack never gave.
  if (!/^[a-z0-9_]{1,80}$/.test(word)) {
    return new HandrailError({
      ...base,
      code: 'bad_answer',
      retry: isSafe ? 'after' : 'unknown',
      message: 'What answered is not Slack: the answer makes no sense. Check the address of the connection.',
    })
  }
  if (badToken.has(word)) {
    return new HandrailError({
      ...base,
      code: 'reconnect',
      message: `Slack refuses this token (${word}). Reconnect ${name} in Connections.`,
    })
  }
  if (word === 'missing_scope') {
    const scope = needed ?? action.scopes.join(', ')
    return new HandrailError({
      ...base,
      code: 'missing_scope',
      message: `The token of ${name} lacks the scope ${scope}. Add it to the Slack app and reconnect.`,
    })
  }
  if (word === 'ratelimited' || word === 'rate_limited') {
    const retryAfterMs = (response_metadata?.retryAfter ?? 60) * 1000
    return new HandrailError({
      ...base,
      code: 'rate_limited',
      retry: 'after',
      retryAfterMs,
      message: `Slack limits how often it may be called. It can be called again in ${retryAfterMs / 1000} s.`,
    })
  }
  const known = Object.hasOwn(words, word) ? words[word] : undefined
  if (known) return new HandrailError({ ...base, ...known })
  if (['internal_error', 'fatal_error', 'service_unavailable', 'request_timeout'].includes(word)) {
    return new HandrailError({
      ...base,
      code: 'service_failed',
      retry: isSafe ? 'after' : 'unknown',
      message: `Slack failed (${word}). ${isSafe ? 'Try again later.' : 'The message may have been posted: look there first.'}`,
    })
  }
  return new HandrailError({
    ...base,
    code: 'bad_request',
    message: `Slack refuses this: ${word}. Check the step’s fields.`,
  })
}

const words: Readonly<Record<string, Pick<ErrorDetails, 'code' | 'message' | 'field'>>> = {
  channel_not_found: {
    code: 'not_found',
    field: 'input.channel',
    message: 'Slack knows no such channel, or the app may not see it. Choose one from the list.',
  },
  not_in_channel: {
    code: 'forbidden',
    field: 'input.channel',
    message: 'The Slack app is not in this channel. Invite it there (/invite), then run the step again.',
  },
  is_archived: {
    code: 'conflict',
    field: 'input.channel',
    message: 'This channel is archived. Choose another, or unarchive it in Slack.',
  },
  msg_too_long: {
    code: 'invalid_input',
    field: 'input.text',
    message: 'The text is too long for Slack. Shorten it.',
  },
  no_text: {
    code: 'invalid_input',
    field: 'input.text',
    message: 'Slack posts no empty message. Write a text.',
  },
  thread_not_found: {
    code: 'not_found',
    field: 'input.thread',
    message: 'Slack knows no such message in this channel. Check the message to answer.',
  },
  message_not_found: {
    code: 'not_found',
    field: 'input.thread',
    message: 'Slack knows no such message in this channel. Check the message to answer.',
  },
  cant_update_message: {
    code: 'forbidden',
    field: 'input.ts',
    message: 'Somebody else wrote this message. Only what this connection posted can be changed.',
  },
  cant_delete_message: {
    code: 'forbidden',
    field: 'input.ts',
    message: 'Somebody else wrote this message. Only what this connection posted can be deleted.',
  },
  edit_window_closed: {
    code: 'conflict',
    field: 'input.ts',
    message: 'This workspace lets nobody change messages of that age. Post a new one.',
  },
  invalid_blocks: {
    code: 'invalid_input',
    field: 'input.blocks',
    message:
      'Slack does not accept these blocks. Try them in Slack’s Block Kit Builder, then mend them here.',
  },
  invalid_name: {
    code: 'invalid_input',
    field: 'input.emoji',
    message: 'This Slack workspace has no such emoji. Check its name.',
  },
  time_in_past: {
    code: 'invalid_input',
    field: 'input.at',
    message: 'This moment is over. Choose a later one, or post the message now.',
  },
  time_too_far: {
    code: 'invalid_input',
    field: 'input.at',
    message: 'Slack schedules messages up to 120 days ahead. Choose an earlier moment.',
  },
  user_not_found: {
    code: 'not_found',
    message: 'Slack knows no such person. Choose one from the list.',
  },
  cannot_dm_bot: {
    code: 'invalid_input',
    field: 'input.user',
    message: 'Apps take no direct messages. Choose a person.',
  },
}
