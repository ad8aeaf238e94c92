import { z } from 'zod'
import { shorten } from '../../../core/shorten'
import { defineAction } from '../../contract'
import { scopes } from '../scopes'
import { bccField, ccField, subjectField, textField, toField } from './fields'
import { writtenMail } from './mail'

export const mailDraft = defineAction({
  id: 'google.mail.draft',
  title: 'Draft a mail',
  summary: 'Writes a draft into the connected Gmail account. Nothing is sent.',
  guidance: 'Prefer this to sending where a person should read the mail before it goes.',
  effect: 'write',
  outward: false,
  trust: 'trusted',
  repeat: 'lookup',
  scopes: [scopes.mailCompose],
  input: z.strictObject({
    to: toField,
    cc: ccField,
    bcc: bccField,
    subject: subjectField,
    text: textField,
  }),
  output: writtenMail.extend({ draft_id: z.string().meta({ title: 'Draft id' }) }),
  preview: ({ to, subject }) =>
    shorten(`Draft “${shorten(subject, 50)}” to ${shorten(to.join(', '), 55)}`, 120),
  examples: [
    {
      title: 'For a person to finish',
      input: {
        to: ['mei@chens-garden.example'],
        subject: 'Your workshop for balcony gardens',
        text: 'Dear Mei Chen,\n\nThursday at 15:00 suits us well.\n\nAcme Support',
      },
      output: {
        draft_id: 'r-1',
        mail_id: 'msg_1',
        thread_id: 'thr_1',
        to: ['mei@chens-garden.example'],
        subject: 'Your workshop for balcony gardens',
      },
    },
    {
      title: 'To two people',
      input: {
        to: ['lena-fischer@acme.example', 'marcus-lind@acme.example'],
        subject: 'Refunds of this week',
        text: 'Three refunds, 98.70 in all.',
      },
      output: {
        draft_id: 'r-2',
        mail_id: 'msg_2',
        thread_id: 'thr_2',
        to: ['lena-fischer@acme.example', 'marcus-lind@acme.example'],
        subject: 'Refunds of this week',
      },
    },
  ],
})
