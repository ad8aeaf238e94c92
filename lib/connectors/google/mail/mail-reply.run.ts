import 'server-only'
import type { Behaviour } from '../../contract'
import type { GoogleClient } from '../client'
import { answered } from './answered.run'
import { compose } from './compose.run'
import { findSent } from './find-written.run'
import type { mailReply } from './mail-reply'
import { vendorWritten } from './vendor'

export const behaviour: Behaviour<typeof mailReply, GoogleClient> = {
  async run({ input: { mail, to, cc, text }, client, idempotencyKey }) {
    const { users } = await client.gmail()
    const { threadId, subject, answers } = await answered(users, mail)
    const raw = await compose({ to, cc, subject, text, answers }, idempotencyKey)
    const { data } = await users.messages.send({ userId: 'me', requestBody: { raw, threadId } })
    return { mail_id: vendorWritten.parse(data).id, thread_id: threadId, to, subject }
  },

  async lookup({ input: { to }, client, idempotencyKey }) {
    const found = await findSent((await client.gmail()).users, { to, idempotencyKey })
    return found && { mail_id: found.id, thread_id: found.threadId, to, subject: found.subject }
  },
}
