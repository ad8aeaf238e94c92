import { z } from 'zod'

/** What every action says about a mail, without its text. */
export const mailSummary = z.object({
  mail_id: z.string().meta({ title: 'Mail id' }),
  thread_id: z.string().meta({ title: 'Conversation id' }),
  from: z.string().meta({ title: 'From' }),
  from_address: z.string().meta({ title: 'Sender’s address' }),
  to: z.string().meta({ title: 'To' }),
  subject: z.string().meta({ title: 'Subject' }),
  snippet: z.string().meta({ title: 'First words' }),
  sent_at: z.string().meta({ title: 'Sent at' }),
  labels: z.array(z.string()).meta({ title: 'Label ids' }),
  is_unread: z.boolean().meta({ title: 'Unread' }),
})

export type MailSummary = z.output<typeof mailSummary>

export const mailExample: MailSummary = {
  mail_id: 'mail-safari',
  thread_id: 'thread-safari',
  from: 'Johanna Weiss <johanna@kitchenweiss.example>',
  from_address: 'johanna@kitchenweiss.example',
  to: 'support@acme.example',
  subject: 'I cannot pay on my iPhone',
  snippet: 'Good morning, I have tried to pay for my order three times',
  sent_at: '2026-11-02T09:14:00.000Z',
  labels: ['INBOX', 'UNREAD'],
  is_unread: true,
}

/** A mail that an action wrote. */
export const writtenMail = z.object({
  mail_id: z.string().meta({ title: 'Mail id' }),
  thread_id: z.string().meta({ title: 'Conversation id' }),
  to: z.array(z.string()).meta({ title: 'To' }),
  subject: z.string().meta({ title: 'Subject' }),
})

/** Which labels a mail has after a change. */
export const mailLabels = z.object({
  mail_id: z.string().meta({ title: 'Mail id' }),
  thread_id: z.string().meta({ title: 'Conversation id' }),
  labels: z.array(z.string()).meta({ title: 'Label ids now' }),
  is_unread: z.boolean().meta({ title: 'Unread' }),
})
