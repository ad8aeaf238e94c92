import 'server-only'
import type { gmail_v1 } from 'googleapis/build/src/apis/gmail/v1.js'
import { z } from 'zod'
import { lookupLimit } from '../../../net/lookup-limit'
import { hashOf, keyHeader } from '../effect-key'
import { headerOf } from './vendor'

const page = z.object({ messages: z.array(z.object({ id: z.string() })).default([]) })

const headed = z.object({
  id: z.string(),
  threadId: z.string(),
  payload: z.object({ headers: z.array(z.object({ name: z.string(), value: z.string() })).default([]) }),
})

/** So many of the newest mails to the same person are looked through. */
const mostMails = 50

/** The sent mail that bears this key, or `null`. Gmail finds no header of ours, so the mails are opened. */
export async function findSent(
  { messages }: gmail_v1.Gmail['users'],
  { to, idempotencyKey }: { readonly to: readonly string[]; readonly idempotencyKey: string },
): Promise<{ readonly id: string; readonly threadId: string; readonly subject: string } | null> {
  const q = `in:sent to:${to[0]}`
  const { data } = await messages.list({ userId: 'me', q, maxResults: mostMails, includeSpamTrash: true })
  const ids = page.parse(data).messages.map(({ id }) => id)
  const hash = hashOf(idempotencyKey)
  for (const id of ids) {
    const metadataHeaders = [keyHeader, 'Subject']
    const answer = await messages.get({ userId: 'me', id, format: 'metadata', metadataHeaders })
    const mail = headed.parse(answer.data)
    if (headerOf(mail, keyHeader) === hash) return { ...mail, subject: headerOf(mail, 'Subject') }
  }
  if (ids.length >= mostMails) throw lookupLimit(`the mails to ${to[0]}`)
  return null
}
