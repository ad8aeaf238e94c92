import { z } from 'zod'
import { shorten } from '../../../core/shorten'
import { defineAction } from '../../contract'
import { scopes } from '../scopes'
import { mailField } from './fields'
import { mailLabels } from './mail'

const labelsField = z
  .array(z.string().regex(/^[\w-]{1,64}$/, 'Choose labels from the list.'))
  .max(20)
  .optional()

export const mailLabel = defineAction({
  id: 'google.mail.label',
  title: 'Change a mail’s labels',
  summary: 'Adds labels to a mail and takes labels away. UNREAD and STARRED are labels too.',
  guidance: 'List the labels first and use their ids. Take UNREAD away to mark a mail as read.',
  effect: 'write',
  outward: false,
  trust: 'trusted',
  // The same labels again change nothing.
  repeat: 'safe',
  scopes: [scopes.mailModify],
  input: z.strictObject({
    mail: mailField,
    add: labelsField.meta({ title: 'Add', control: 'tags', pick: 'google.label.list' }),
    remove: labelsField.meta({ title: 'Take away', control: 'tags', pick: 'google.label.list' }),
  }),
  output: mailLabels,
  preview: ({ mail, add = [], remove = [] }) => {
    const changes = [
      add.length > 0 && `add ${add.join(', ')}`,
      remove.length > 0 && `take ${remove.join(', ')}`,
    ]
    return shorten(`Labels of the mail ${mail}: ${changes.filter(Boolean).join('; ') || 'no change'}`, 120)
  },
  undo: 'google.mail.label',
  examples: [
    {
      title: 'File it and mark it as read',
      input: { mail: 'mail-refund', add: ['Label_invoices'], remove: ['UNREAD'] },
      output: {
        mail_id: 'mail-refund',
        thread_id: 'thread-refund',
        labels: ['INBOX', 'Label_invoices', 'Label_orders'],
        is_unread: false,
      },
    },
    {
      title: 'A star',
      input: { mail: 'mail-hours', add: ['STARRED'] },
      output: {
        mail_id: 'mail-hours',
        thread_id: 'thread-hours',
        labels: ['INBOX', 'STARRED'],
        is_unread: false,
      },
    },
  ],
})
