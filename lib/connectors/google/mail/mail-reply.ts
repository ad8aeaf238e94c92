import { z } from 'zod'
import { shorten } from '../../../core/shorten'
import { defineAction } from '../../contract'
import { scopes } from '../scopes'
import { ccField, mailField, textField, toField } from './fields'
import { writtenMail } from './mail'

export const mailReply = defineAction({
  id: 'google.mail.reply',
  title: 'Reply to a mail',
  summary: 'Answers a mail in its conversation, to the addresses that the step names.',
  guidance:
    'Read the mail first. “To” is who gets the answer: usually the sender’s address of that mail. The subject is kept.',
  effect: 'irreversible',
  outward: true,
  trust: 'trusted',
  repeat: 'lookup',
  scopes: [scopes.mailSend, scopes.mailRead],
  input: z.strictObject({ mail: mailField, to: toField, cc: ccField, text: textField }),
  output: writtenMail,
  preview: ({ to, cc = [], text }) =>
    shorten(`Reply to ${shorten([...to, ...cc].join(', '), 60)}: “${text}`, 119).concat('”'),
  examples: [
    {
      title: 'Answer a customer',
      input: {
        mail: 'mail-safari',
        to: ['johanna@kitchenweiss.example'],
        text: 'Dear Mrs Weiss,\n\nthe stand mixer is kept for you until Friday.\n\nAcme Support',
      },
      output: {
        mail_id: 'msg_1',
        thread_id: 'thread-safari',
        to: ['johanna@kitchenweiss.example'],
        subject: 'Re: I cannot pay on my iPhone',
      },
    },
    {
      title: 'With a copy',
      input: {
        mail: 'mail-thanks',
        to: ['amir.haddad@mail.example'],
        cc: ['lena-fischer@acme.example'],
        text: 'Good to hear! Enjoy your garden.',
      },
      output: {
        mail_id: 'msg_2',
        thread_id: 'thread-delivery',
        to: ['amir.haddad@mail.example'],
        subject: 'Re: Where is my raised bed?',
      },
    },
  ],
})
