import 'server-only'
import type { Behaviour } from '../../contract'
import type { GoogleClient } from '../client'
import { compose } from './compose.run'
import { findSent } from './find-written.run'
import type { mailSend } from './mail-send'
import { vendorWritten } from './vendor'

export const behaviour: Behaviour<typeof mailSend, GoogleClient> = {
  async run({ input, client, idempotencyKey }) {
    const { users } = await client.gmail()
    const raw = await compose(input, idempotencyKey)
    const { data } = await users.messages.send({ userId: 'me', requestBody: { raw } })
    const { id, threadId } = vendorWritten.parse(data)
    return { mail_id: id, thread_id: threadId, to: input.to, subject: input.subject }
  },

  async lookup({ input: { to, subject }, client, idempotencyKey }) {
    const found = await findSent((await client.gmail()).users, { to, idempotencyKey })
    return found && { mail_id: found.id, thread_id: found.threadId, to, subject }
  },
}
