import 'server-only'
import { z } from 'zod'
import { lookupLimit } from '../../../net/lookup-limit'
import type { Behaviour } from '../../contract'
import type { GoogleClient } from '../client'
import { hashOf, keyHeader } from '../effect-key'
import { compose } from './compose.run'
import type { mailDraft } from './mail-draft'
import { headerOf, vendorMail, vendorWritten } from './vendor'

const page = z.object({ drafts: z.array(z.object({ id: z.string() })).default([]) })
const opened = z.object({ message: vendorMail.pick({ id: true, threadId: true, payload: true }) })

/** So many of the newest drafts are looked through. */
const mostDrafts = 50

export const behaviour: Behaviour<typeof mailDraft, GoogleClient> = {
  async run({ input, client, idempotencyKey }) {
    const { users } = await client.gmail()
    const raw = await compose(input, idempotencyKey)
    const { data } = await users.drafts.create({ userId: 'me', requestBody: { message: { raw } } })
    const draft = z.object({ id: z.string(), message: vendorWritten }).parse(data)
    return toDraft(draft.id, draft.message, input)
  },

  async lookup({ input, client, idempotencyKey }) {
    const { drafts } = (await client.gmail()).users
    const list = await drafts.list({ userId: 'me', maxResults: mostDrafts })
    const ids = page.parse(list.data).drafts.map(({ id }) => id)
    const hash = hashOf(idempotencyKey)
    for (const id of ids) {
      const { data } = await drafts.get({ userId: 'me', id, format: 'metadata' })
      const { message } = opened.parse(data)
      if (headerOf(message, keyHeader) === hash) return toDraft(id, message, input)
    }
    if (ids.length >= mostDrafts) throw lookupLimit('the drafts')
    return null
  },
}

function toDraft(
  id: string,
  message: { readonly id: string; readonly threadId: string },
  { to, subject }: { readonly to: string[]; readonly subject: string },
) {
  return { draft_id: id, mail_id: message.id, thread_id: message.threadId, to, subject }
}
