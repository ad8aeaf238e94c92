import { z } from 'zod'
import { shorten } from '../../core/shorten'
import { defineAction } from '../contract'
import { targetField } from './fields'

export const issueAttach = defineAction({
  id: 'jira.issue.attach',
  title: 'Attach a file to an issue',
  summary: 'Adds a file to an issue. When the same file is there already, nothing is added.',
  guidance:
    'Use this for a report or a log that is too long for a comment. Give the file a name with an ending.',
  effect: 'write',
  outward: false,
  trust: 'trusted',
  // A file of the same name and content is looked for first.
  repeat: 'safe',
  scopes: ['write:jira-work', 'read:jira-work'],
  input: z.strictObject({
    key: targetField,
    file_name: z
      .string()
      .regex(/^[^/\\:*?"<>|\p{Cc}]{1,200}$/u, 'A file’s name has no slashes and none of : * ? " < > |.')
      .meta({ title: 'File name', placeholder: 'report.txt', control: 'text' }),
    content: z.string().min(1).max(5_000_000).meta({ title: 'Content', control: 'long_text' }),
    encoding: z
      .enum(['text', 'base64'])
      .optional()
      .meta({ title: 'The content is', description: 'Text when empty.', control: 'choice' }),
  }),
  output: z.object({
    attachment_id: z.string().meta({ title: 'Attachment id' }),
    key: z.string().meta({ title: 'Issue' }),
    file_name: z.string().meta({ title: 'File name' }),
    bytes_count: z.number().int().meta({ title: 'Size in bytes' }),
    media_type: z.string().meta({ title: 'Media type' }),
  }),
  preview: ({ key, file_name }) => shorten(`Attach “${shorten(file_name, 60)}” to ${key} in Jira`, 120),
  examples: [
    {
      title: 'A text',
      input: { key: 'SHOP-4', file_name: 'console.txt', content: 'TypeError: undefined is not an object' },
      output: {
        attachment_id: '10060',
        key: 'SHOP-4',
        file_name: 'console.txt',
        bytes_count: 37,
        media_type: 'text/plain',
      },
    },
    {
      title: 'A small picture',
      input: {
        key: 'SHOP-4',
        file_name: 'dot.gif',
        content: 'R0lGODlhAQABAAAAACwAAAAAAQABAAA=',
        encoding: 'base64',
      },
      output: {
        attachment_id: '10061',
        key: 'SHOP-4',
        file_name: 'dot.gif',
        bytes_count: 23,
        media_type: 'image/gif',
      },
    },
  ],
})
