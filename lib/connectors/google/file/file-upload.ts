import { z } from 'zod'
import { shorten } from '../../../core/shorten'
import { defineAction } from '../../contract'
import { scopes } from '../scopes'
import { folderField, nameField } from './fields'
import { fileOutput } from './file'

export const fileUpload = defineAction({
  id: 'google.file.upload',
  title: 'Put a text file in Drive',
  summary: 'Makes a new file with a text in it, in Google Drive.',
  guidance:
    'Use this for text, Markdown, CSV, JSON or HTML. To make a document that people edit, create a document.',
  effect: 'write',
  outward: false,
  trust: 'trusted',
  repeat: 'lookup',
  scopes: [scopes.driveFile],
  undo: 'google.file.trash',
  input: z.strictObject({
    name: nameField.meta({ title: 'Name', placeholder: 'report.md', control: 'text' }),
    content: z.string().max(1_000_000).meta({ title: 'Content', control: 'long_text' }),
    media_type: z
      .enum(['text/plain', 'text/markdown', 'text/csv', 'text/html', 'application/json'])
      .optional()
      .meta({ title: 'Type', description: 'Plain text when empty.', control: 'choice' }),
    folder: folderField,
  }),
  output: fileOutput,
  preview: ({ name, folder }, names) =>
    shorten(`Put “${shorten(name, 60)}” in ${folder ? (names?.folder ?? folder) : 'My Drive'}`, 120),
  examples: [
    {
      title: 'A note in a folder',
      input: {
        name: 'Stock report.md',
        content: '# Stock\n\nAll well.',
        media_type: 'text/markdown',
        folder: 'folder-shop',
      },
      output: {
        file: 'practice-file-1',
        name: 'Stock report.md',
        media_type: 'text/markdown',
        folder: 'folder-shop',
        trashed: false,
        url: 'https://drive.google.com/file/d/practice-file-1/view',
      },
    },
    {
      title: 'A plain text in My Drive',
      input: { name: 'hello.txt', content: 'Hello.' },
      output: {
        file: 'practice-file-2',
        name: 'hello.txt',
        media_type: 'text/plain',
        folder: 'root',
        trashed: false,
        url: 'https://drive.google.com/file/d/practice-file-2/view',
      },
    },
  ],
})
