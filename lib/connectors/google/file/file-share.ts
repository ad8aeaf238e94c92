import { z } from 'zod'
import { shorten } from '../../../core/shorten'
import { defineAction } from '../../contract'
import { scopes } from '../scopes'
import { fileField } from './fields'

export const fileShare = defineAction({
  id: 'google.file.share',
  title: 'Share a file with a person',
  summary: 'Lets one person read, comment on or edit a file, and tells them by e-mail if wanted.',
  guidance: 'What has been seen cannot be taken back: check the file and the address first.',
  effect: 'irreversible',
  outward: true,
  trust: 'trusted',
  // Who has the role already is not given it again, and gets no second mail.
  repeat: 'safe',
  scopes: [scopes.driveFile],
  input: z.strictObject({
    file: fileField,
    email: z.email('Write one e-mail address.').max(254).meta({
      title: 'E-mail address',
      placeholder: 'dana@example.com',
      control: 'text',
      destination: true,
    }),
    role: z
      .enum(['reader', 'commenter', 'writer'])
      .meta({ title: 'May', description: 'Read, comment or edit.', control: 'choice' }),
    notify: z.boolean().optional().meta({
      title: 'Send an e-mail',
      description: 'Google tells the person. People without a Google account can only be invited this way.',
      control: 'toggle',
    }),
    message: z.string().max(2_000).optional().meta({
      title: 'Message',
      description: 'What the e-mail says; only with “Send an e-mail”.',
      control: 'long_text',
    }),
  }),
  output: z.object({
    file: z.string().meta({ title: 'File id' }),
    email: z.string().meta({ title: 'E-mail address' }),
    role: z.string().meta({ title: 'May' }),
    permission: z.string().meta({ title: 'Permission id' }),
  }),
  preview: ({ file, email, role, notify }, names) =>
    shorten(
      `Let ${shorten(email, 50)} be a ${role} of ${(names?.file ?? file).slice(0, 40)}${notify ? ', by e-mail' : ''}`,
      120,
    ),
  examples: [
    {
      title: 'To read, without a mail',
      input: { file: 'doc-returns-guide', email: 'dana.kim@customers.example', role: 'reader' },
      output: {
        file: 'doc-returns-guide',
        email: 'dana.kim@customers.example',
        role: 'reader',
        permission: 'permission-1',
      },
    },
    {
      title: 'To edit, with a mail',
      input: {
        file: 'sheet-price-list',
        email: 'ben.osei@suppliers.example',
        role: 'writer',
        notify: true,
        message: 'Please enter your new prices.',
      },
      output: {
        file: 'sheet-price-list',
        email: 'ben.osei@suppliers.example',
        role: 'writer',
        permission: 'permission-2',
      },
    },
  ],
})
