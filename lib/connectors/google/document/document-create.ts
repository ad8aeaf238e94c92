import { z } from 'zod'
import { shorten } from '../../../core/shorten'
import { defineAction } from '../../contract'
import { folderField, markdownField, nameField } from '../file/fields'
import { fileOutput } from '../file/file'
import { scopes } from '../scopes'

export const documentCreate = defineAction({
  id: 'google.document.create',
  title: 'Create a document',
  summary: 'Makes a Google document with a title and, if wanted, a text in Markdown.',
  guidance: 'Write the text in Markdown. Use append to add to a document that exists.',
  effect: 'write',
  outward: false,
  trust: 'trusted',
  repeat: 'lookup',
  scopes: [scopes.driveFile],
  undo: 'google.file.trash',
  input: z.strictObject({
    title: nameField.meta({ title: 'Title', placeholder: 'Weekly report', control: 'text' }),
    text: markdownField.optional().meta({ title: 'Text', description: 'In Markdown.', control: 'long_text' }),
    folder: folderField,
  }),
  output: fileOutput,
  preview: ({ title, folder }, names) =>
    shorten(
      `Create the document “${shorten(title, 60)}” in ${folder ? (names?.folder ?? folder) : 'My Drive'}`,
      120,
    ),
  examples: [
    {
      title: 'A report in a folder',
      input: {
        title: 'Weekly report',
        text: '# Week 45\n\n- 42 orders\n- **3** returns',
        folder: 'folder-support',
      },
      output: {
        file: 'practice-file-1',
        name: 'Weekly report',
        media_type: 'application/vnd.google-apps.document',
        folder: 'folder-support',
        trashed: false,
        url: 'https://docs.google.com/document/d/practice-file-1/edit',
      },
    },
    {
      title: 'An empty document',
      input: { title: 'Minutes' },
      output: {
        file: 'practice-file-2',
        name: 'Minutes',
        media_type: 'application/vnd.google-apps.document',
        folder: 'root',
        trashed: false,
        url: 'https://docs.google.com/document/d/practice-file-2/edit',
      },
    },
  ],
})
