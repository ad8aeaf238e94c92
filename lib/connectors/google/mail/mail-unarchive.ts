import { z } from 'zod'
import { defineAction } from '../../contract'
import { scopes } from '../scopes'
import { mailField } from './fields'
import { mailLabels } from './mail'

export const mailUnarchive = defineAction({
  id: 'google.mail.unarchive',
  title: 'Put a mail back into the inbox',
  summary: 'Brings an archived mail back into the inbox.',
  guidance: 'Use this to take back an archiving, or to have people look at a mail again.',
  effect: 'write',
  outward: false,
  trust: 'trusted',
  // A mail that is in the inbox already stays there.
  repeat: 'safe',
  scopes: [scopes.mailModify],
  input: z.strictObject({ mail: mailField }),
  output: mailLabels,
  preview: ({ mail }) => `Put the mail ${mail} back into the inbox`,
  undo: 'google.mail.archive',
  examples: [
    {
      title: 'An answer of ours',
      input: { mail: 'mail-delivery-answer' },
      output: {
        mail_id: 'mail-delivery-answer',
        thread_id: 'thread-delivery',
        labels: ['INBOX', 'SENT'],
        is_unread: false,
      },
    },
    {
      title: 'One that is there already',
      input: { mail: 'mail-thanks' },
      output: {
        mail_id: 'mail-thanks',
        thread_id: 'thread-delivery',
        labels: ['INBOX', 'Label_orders'],
        is_unread: false,
      },
    },
  ],
})
