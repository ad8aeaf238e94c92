import { z } from 'zod'
import { defineAction } from '../../contract'
import { scopes } from '../scopes'
import { fileField } from './fields'
import { fileOutput } from './file'

export const fileWrite = defineAction({
  id: 'google.file.write',
  title: 'Replace a file’s content',
  summary:
    'Replaces the content of a text file in Google Drive. Drive keeps the earlier version for a while.',
  guidance:
    'Read the file first: everything in it is replaced. Documents and spreadsheets have actions of their own.',
  effect: 'write',
  outward: false,
  trust: 'trusted',
  // A file that has this content already is left alone.
  repeat: 'safe',
  scopes: [scopes.driveFile],
  input: z.strictObject({
    file: fileField,
    content: z.string().max(1_000_000).meta({ title: 'Content', control: 'long_text' }),
  }),
  output: fileOutput,
  preview: ({ file, content }, names) =>
    `Replace the content of ${(names?.file ?? file).slice(0, 60)} with ${content.length} characters`,
  examples: [
    {
      title: 'A new list',
      input: {
        file: 'file-release-checklist',
        content: '- Run the tests\n- Tell #ops\n- Watch the alarms\n',
      },
      output: {
        file: 'file-release-checklist',
        name: 'Release checklist.md',
        media_type: 'text/markdown',
        folder: 'folder-support',
        trashed: false,
        url: 'https://drive.google.com/file/d/file-release-checklist/view',
      },
    },
    {
      title: 'An empty file',
      input: { file: 'file-release-checklist', content: '' },
      output: {
        file: 'file-release-checklist',
        name: 'Release checklist.md',
        media_type: 'text/markdown',
        folder: 'folder-support',
        trashed: false,
        url: 'https://drive.google.com/file/d/file-release-checklist/view',
      },
    },
  ],
})
