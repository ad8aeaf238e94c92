import { z } from 'zod'
import type { EmulatedBuiltIn } from '../emulated'
import { internalToken } from '../internal-token'
import { botSlackId } from '../seed/people'
import { itemsOf } from '../snapshot'
import { isWrongBlock } from './slack-blocks'

/**
 * What the emulated Slack leaves open: it takes any blocks, posts no scheduled message when its time has come, gives
 * history without regard to time, and names an address for uploads that is not its own.
 */
export function fillGaps(emulated: EmulatedBuiltIn): EmulatedBuiltIn {
  let nextDue = dueOf(emulated)
  const call = async (method: string, fields: Readonly<Record<string, unknown>>) =>
    emulated.handle(
      new Request(`http://slack.invalid/api/${method}`, {
        method: 'POST',
        headers: {
          authorization: `Bearer ${internalToken(botSlackId)}`,
          'content-type': 'application/json',
        },
        body: JSON.stringify(fields),
      }),
    )
  const postDue = async () => {
    const now = Date.now() / 1000
    if (nextDue > now) return
    nextDue = Number.POSITIVE_INFINITY
    for (const message of scheduledOf(emulated).filter(({ post_at }) => post_at <= now)) {
      const { channel_id: channel, scheduled_message_id, text, thread_ts, blocks, metadata } = message
      await call('chat.postMessage', { channel, text, thread_ts, blocks, metadata })
      await call('chat.deleteScheduledMessage', { channel, scheduled_message_id })
    }
    nextDue = dueOf(emulated)
  }
  return {
    async handle(request) {
      await postDue()
      const { pathname, origin } = new URL(request.url)
      switch (pathname) {
        case '/api/chat.postMessage':
        case '/api/chat.update':
          return (await hasWrongBlocks(request)) ? refusal('invalid_blocks') : emulated.handle(request)
        case '/api/chat.scheduleMessage': {
          if (await hasWrongBlocks(request)) return refusal('invalid_blocks')
          const answer = await emulated.handle(request)
          nextDue = dueOf(emulated)
          return answer
        }
        case '/api/conversations.history':
          return historyWithin(request, emulated)
        case '/api/files.getUploadURLExternal':
          return withOwnAddress(await emulated.handle(request), origin)
        default:
          return emulated.handle(request)
      }
    },
    snapshot: () => emulated.snapshot(),
    restore(state) {
      emulated.restore(state)
      nextDue = dueOf(emulated)
    },
  }
}

const scheduled = z.object({
  scheduled_message_id: z.string(),
  channel_id: z.string(),
  post_at: z.number(),
  text: z.string(),
  thread_ts: z.string().optional(),
  blocks: z.unknown().optional(),
  metadata: z.unknown().optional(),
})

function scheduledOf(emulated: EmulatedBuiltIn) {
  return itemsOf(emulated.snapshot(), 'slack.scheduled_messages', scheduled)
}

function dueOf(emulated: EmulatedBuiltIn): number {
  return Math.min(...scheduledOf(emulated).map(({ post_at }) => post_at))
}

function refusal(error: string): Response {
  return Response.json({ ok: false, error })
}

/** The fields of a request, whether it is a form or JSON; what is no text is JSON text. */
async function fieldsOf(request: Request): Promise<Readonly<Record<string, string>>> {
  const text = await request.clone().text()
  if (!request.headers.get('content-type')?.includes('json')) {
    return Object.fromEntries(new URLSearchParams(text))
  }
  const fields = z.record(z.string(), z.unknown()).parse(JSON.parse(text))
  return Object.fromEntries(
    Object.entries(fields).map(([key, value]) => [
      key,
      typeof value === 'string' ? value : JSON.stringify(value),
    ]),
  )
}

async function hasWrongBlocks(request: Request): Promise<boolean> {
  const { blocks } = await fieldsOf(request)
  if (!blocks) return false
  const parsed = z.array(z.unknown()).max(50).safeParse(JSON.parse(blocks))
  return !parsed.success || parsed.data.some(isWrongBlock)
}

const page = z.looseObject({ ok: z.literal(true), messages: z.array(z.looseObject({ ts: z.string() })) })

async function historyWithin(request: Request, emulated: EmulatedBuiltIn): Promise<Response> {
  const { oldest, latest, limit, ...rest } = await fieldsOf(request)
  if (!oldest && !latest) return emulated.handle(request)
  const headers = { authorization: request.headers.get('authorization') ?? '' }
  const body = new URLSearchParams({ ...rest, limit: '1000' })
  const answer = await emulated.handle(new Request(request.url, { method: 'POST', headers, body }))
  const whole = page.safeParse(await answer.clone().json())
  if (!whole.success) return answer
  const messages = whole.data.messages
    .filter(({ ts }) => (!oldest || ts >= oldest) && (!latest || ts <= latest))
    .slice(0, Number(limit) || 100)
  return Response.json({ ...whole.data, messages, has_more: false, response_metadata: { next_cursor: '' } })
}

const uploadPlace = z.looseObject({ ok: z.literal(true), upload_url: z.string(), file_id: z.string() })

async function withOwnAddress(answer: Response, origin: string): Promise<Response> {
  const place = uploadPlace.safeParse(await answer.clone().json())
  if (!place.success) return answer
  return Response.json({ ...place.data, upload_url: `${origin}/upload/v1/${place.data.file_id}` })
}
