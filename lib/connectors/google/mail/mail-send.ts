import { z } from 'zod'
import { shorten } from '../../../core/shorten'
import { defineAction } from '../../contract'
import { scopes } from '../scopes'
import { bccField, ccField, subjectField, textField, toField } from './fields'
import { writtenMail } from './mail'

export const mailSend = defineAction({
  id: 'google.mail.send',
  title: 'Send a mail',
  summary: 'Sends a mail from the connected Gmail account.',
  guidance:
    'Write plain text in full sentences, with greeting and signature. A sent mail cannot be taken back: where that matters, make a draft.',
  effect: 'irreversible',
  outward: true,
  trust: 'trusted',
  repeat: 'lookup',
  scopes: [scopes.mailSend],
  lookupScopes: [scopes.mailRead],
  input: z.strictObject({
    to: toField,
    cc: ccField,
    bcc: bccField,
    subject: subjectField,
    text: textField,
  }),
  output: writtenMail,
  preview: ({ to, cc = [], bcc = [], subject }) =>
    shorten(`Send “${shorten(subject, 50)}” to ${shorten([...to, ...cc, ...bcc].join(', '), 55)}`, 120),
  examples: [
    {
      title: 'To one person',
      input: {
        to: ['pedro.santos@mail.example'],
        subject: 'Your refund for order 20417',
        text: 'Dear Mr Santos,\n\n34.90 are on their way back to you.\n\nAcme Support',
      },
      output: {
        mail_id: 'msg_1',
        thread_id: 'thr_1',
        to: ['pedro.santos@mail.example'],
        subject: 'Your refund for order 20417',
      },
    },
    {
      title: 'With copies, in another language',
      input: {
        to: ['johanna@kitchenweiss.example'],
        cc: ['lena-fischer@acme.example'],
        bcc: ['archive@acme.example'],
        subject: 'Grüße aus der Küche: Ihr Rührgerät',
        text: 'Guten Tag Frau Weiss,\n\ndas Gerät ist für Sie zurückgelegt.\n',
      },
      output: {
        mail_id: 'msg_2',
        thread_id: 'thr_2',
        to: ['johanna@kitchenweiss.example'],
        subject: 'Grüße aus der Küche: Ihr Rührgerät',
      },
    },
  ],
})
