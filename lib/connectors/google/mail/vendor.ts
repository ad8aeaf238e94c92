import 'server-only'
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

export type VendorMail = z.output<typeof vendorMail>

/** The first header of that name, however it is written, or an empty text. */
export function headerOf({ payload }: Pick<VendorMail, 'payload'>, name: string): string {
  return payload.headers.find((each) => each.name.toLowerCase() === name.toLowerCase())?.value ?? ''
}

export function toSummary(mail: VendorMail): MailSummary {
  return {
    mail_id: mail.id,
    thread_id: mail.threadId,
    from: headerOf(mail, 'From'),
    to: headerOf(mail, 'To'),
    subject: headerOf(mail, 'Subject'),
    snippet: mail.snippet,
    sent_at: new Date(Number(mail.internalDate)).toISOString(),
    labels: mail.labelIds,
    is_unread: mail.labelIds.includes('UNREAD'),
  }
}
