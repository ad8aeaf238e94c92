import 'server-only'
import parseAddresses from 'nodemailer/lib/addressparser'
import { z } from 'zod'
import type { MailSummary } from './mail'

const header = z.object({ name: z.string(), value: z.string() })

/** A mail as Gmail gives it, as far as every action reads it. */
export const vendorMail = z.object({
  id: z.string(),
  threadId: z.string(),
  labelIds: z.array(z.string()).default([]),
  snippet: z.string().default(''),
  internalDate: z.string(),
  payload: z.object({ headers: z.array(header).default([]) }),
})

/** What Gmail answers to a change: the mail's ids, and its labels where they matter. */
export const vendorWritten = z.object({
  id: z.string(),
  threadId: z.string(),
  labelIds: z.array(z.string()).default([]),
})

type WithHeaders = { readonly payload: { readonly headers: readonly z.output<typeof header>[] } }

/** The first header of that name, however it is written, or an empty text. */
export function headerOf({ payload }: WithHeaders, name: string): string {
  return payload.headers.find((each) => each.name.toLowerCase() === name.toLowerCase())?.value ?? ''
}

/** The first address of a header, without the name, or an empty text. */
export function addressIn(value: string): string {
  const [first] = parseAddresses(value, { flatten: true })
  return first?.address ?? ''
}

export function toSummary(mail: z.output<typeof vendorMail>): MailSummary {
  const from = headerOf(mail, 'From')
  return {
    mail_id: mail.id,
    thread_id: mail.threadId,
    from,
    from_address: addressIn(from),
    to: headerOf(mail, 'To'),
    subject: headerOf(mail, 'Subject'),
    snippet: mail.snippet,
    sent_at: new Date(Number(mail.internalDate)).toISOString(),
    labels: mail.labelIds,
    is_unread: mail.labelIds.includes('UNREAD'),
  }
}

/** A change of labels, as every action that makes one gives it. */
export function toLabels(answer: unknown) {
  const { id, threadId, labelIds } = vendorWritten.parse(answer)
  const labels = [...labelIds].sort()
  return { mail_id: id, thread_id: threadId, labels, is_unread: labels.includes('UNREAD') }
}
