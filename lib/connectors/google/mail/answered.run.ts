import 'server-only'
import type { gmail_v1 } from 'googleapis/build/src/apis/gmail/v1.js'
import { headerOf, vendorMail } from './vendor'

const metadataHeaders = ['Subject', 'Message-ID', 'References']

/** What an answer to this mail must bear so that it stands in the same conversation everywhere. */
export async function answered({ messages }: gmail_v1.Gmail['users'], id: string) {
  const { data } = await messages.get({ userId: 'me', id, format: 'metadata', metadataHeaders })
  const mail = vendorMail.parse(data)
  const subject = headerOf(mail, 'Subject').replace(/[\r\n]+/g, ' ')
  return {
    threadId: mail.threadId,
    subject: /^re:/i.test(subject) ? subject : `Re: ${subject}`,
    answers: { messageId: headerOf(mail, 'Message-ID'), references: headerOf(mail, 'References') },
  }
}
