import { z } from 'zod'
import { shorten } from '../../../core/shorten'
import { defineAction } from '../../contract'
import { channelField, mentionsField, messageTs } from '../fields'

export const fileUpload = defineAction({
  id: 'slack.file.upload',
  title: 'Upload a file',
  summary: 'Makes a file from text or base64 and shares it in a channel.',
  guidance: 'Use this for what is too long for a message: a report, a table, a log. Name it with its ending.',
  effect: 'irreversible',
  outward: true,
  trust: 'trusted',
  // What Slack says of a file holds nothing of ours: two of the same name could not be told apart.
  repeat: 'never',
  scopes: ['files:write'],
  input: z.strictObject({
    channel: channelField,
    name: z
      .string()
      .regex(/^[^/\\\0\r\n]{1,200}$/, 'A file’s name has at most 200 characters and no slash.')
      .meta({ title: 'File name', placeholder: 'report.csv', control: 'text' }),
    content: z
      .string()
      .min(1)
      .max(5_000_000)
      .meta({ title: 'Content', description: 'What stands in the file.', control: 'long_text' }),
    encoding: z.enum(['text', 'base64']).optional().meta({
      title: 'Content is',
      description: 'Text when empty. Base64 for images, PDFs and the like.',
      control: 'choice',
    }),
    comment: z
      .string()
      .max(4_000)
      .optional()
      .meta({ title: 'Comment', description: 'What stands above the file.', control: 'long_text' }),
    mentions: mentionsField,
    thread: messageTs.optional().meta({
      title: 'Thread',
      description: 'The id of the message to answer. Empty shares it in the channel.',
      placeholder: '1762075200.000100',
      control: 'text',
      destination: true,
    }),
  }),
  output: z.object({
    file: z.string().meta({ title: 'File id' }),
    name: z.string().meta({ title: 'File name' }),
    file_size: z.number().int().meta({ title: 'Size in bytes' }),
    link: z.string().meta({ title: 'Link' }),
  }),
  preview: ({ channel, name }, names) =>
    shorten(`Share the file ${shorten(name, 70)} in ${names?.channel ?? channel}`, 120),
  examples: [
    {
      title: 'A table',
      input: {
        channel: 'C000000004',
        name: 'orders.csv',
        content: 'order,total\n1042,39.90\n',
        comment: 'The orders of today.',
      },
      output: {
        file: 'F0123456789',
        name: 'orders.csv',
        file_size: 23,
        link: 'https://acme.slack.com/files/U1/F0123456789/orders.csv',
      },
    },
    {
      title: 'From base64',
      input: { channel: 'C000000004', name: 'hello.txt', content: 'aGVsbG8=', encoding: 'base64' },
      output: {
        file: 'F0123456790',
        name: 'hello.txt',
        file_size: 5,
        link: 'https://acme.slack.com/files/U1/F0123456790/hello.txt',
      },
    },
  ],
})
