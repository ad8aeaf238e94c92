import { z } from 'zod'
import { defineAction } from '../../contract'
import { scopes } from '../scopes'
import { mailField } from './fields'
import { mailLabels } from './mail'

export const mailArchive = defineAction({
  id: 'google.mail.archive',
  title: 'Archive a mail',
  summary: 'Takes a mail out of the inbox. It stays in the account and can be found.',
  guidance:
    'Use this when nothing is left to do with a mail. The conversation returns to the inbox when somebody answers.',
  effect: 'write',
  outward: false,
  trust: 'trusted',
  // A mail that is archived already stays so.
  repeat: 'safe',
  scopes: [scopes.mailModify],
  input: z.strictObject({ mail: mailField }),
  output: mailLabels,
  preview: ({ mail }) => `Take the mail ${mail} out of the inbox`,
  undo: 'google.mail.unarchive',
  examples: [
    {
      title: 'A settled question',
      input: { mail: 'mail-delivery' },
      output: {
        mail_id: 'mail-delivery',
        thread_id: 'thread-delivery',
        labels: ['Label_orders'],
        is_unread: false,
      },
    },
    {
      title: 'One without a label',
      input: { mail: 'mail-hours' },
      output: { mail_id: 'mail-hours', thread_id: 'thread-hours', labels: [], is_unread: false },
    },
  ],
})
