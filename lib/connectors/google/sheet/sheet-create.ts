import { z } from 'zod'
import { shorten } from '../../../core/shorten'
import { defineAction } from '../../contract'
import { folderField, nameField } from '../file/fields'
import { fileOutput } from '../file/file'
import { scopes } from '../scopes'

export const sheetCreate = defineAction({
  id: 'google.sheet.create',
  title: 'Create a spreadsheet',
  summary: 'Makes a Google spreadsheet with a title and, if wanted, headings in the first row.',
  guidance: 'Give the headings, then add rows to it.',
  effect: 'write',
  outward: false,
  trust: 'trusted',
  repeat: 'lookup',
  scopes: [scopes.driveFile],
  undo: 'google.file.trash',
  input: z.strictObject({
    title: nameField.meta({ title: 'Title', placeholder: 'Returns in November', control: 'text' }),
    headings: z
      // The file is made from CSV in one call, and there Google reads such a text as a formula.
      .array(
        z
          .string()
          .min(1)
          .max(200)
          .regex(/^[^=+\-@\s]/, 'A heading begins with a letter or a number.'),
      )
      .max(100)
      .optional()
      .meta({ title: 'Headings', control: 'tags' }),
    folder: folderField,
  }),
  output: fileOutput,
  preview: ({ title, folder }, names) =>
    shorten(
      `Create the spreadsheet “${shorten(title, 60)}” in ${folder ? (names?.folder ?? folder) : 'My Drive'}`,
      120,
    ),
  examples: [
    {
      title: 'With headings',
      input: {
        title: 'Returns in November',
        headings: ['Order', 'Reason', 'Amount'],
        folder: 'folder-support',
      },
      output: {
        file: 'practice-file-1',
        name: 'Returns in November',
        media_type: 'application/vnd.google-apps.spreadsheet',
        folder: 'folder-support',
        trashed: false,
        url: 'https://docs.google.com/spreadsheets/d/practice-file-1/edit',
      },
    },
    {
      title: 'Empty, in My Drive',
      input: { title: 'Scratch' },
      output: {
        file: 'practice-file-2',
        name: 'Scratch',
        media_type: 'application/vnd.google-apps.spreadsheet',
        folder: 'root',
        trashed: false,
        url: 'https://docs.google.com/spreadsheets/d/practice-file-2/edit',
      },
    },
  ],
})
