import { z } from 'zod'
import { shorten } from '../../../core/shorten'
import { defineAction } from '../../contract'
import { scopes } from '../scopes'
import { fileField, folderField, nameField } from './fields'
import { fileOutput } from './file'

export const fileCopy = defineAction({
  id: 'google.file.copy',
  title: 'Copy a file',
  summary: 'Makes a copy of a file, document or spreadsheet under another name.',
  guidance: 'Use this to begin from a template; then replace the text in the copy.',
  effect: 'write',
  outward: false,
  trust: 'trusted',
  repeat: 'lookup',
  scopes: [scopes.driveFile],
  undo: 'google.file.trash',
  input: z.strictObject({
    file: fileField,
    name: nameField.meta({ title: 'Name of the copy', control: 'text' }),
    folder: folderField,
  }),
  output: fileOutput,
  preview: ({ file, name }, names) =>
    shorten(`Copy ${(names?.file ?? file).slice(0, 50)} as “${shorten(name, 50)}”`, 120),
  examples: [
    {
      title: 'A letter from a template',
      input: { file: 'doc-offer-template', name: 'Offer for Dana Kim', folder: 'folder-shop' },
      output: {
        file: 'practice-file-1',
        name: 'Offer for Dana Kim',
        media_type: 'application/vnd.google-apps.document',
        folder: 'folder-shop',
        trashed: false,
        url: 'https://docs.google.com/document/d/practice-file-1/edit',
      },
    },
    {
      title: 'A spreadsheet, to My Drive',
      input: { file: 'sheet-price-list', name: 'Price list, draft' },
      output: {
        file: 'practice-file-2',
        name: 'Price list, draft',
        media_type: 'application/vnd.google-apps.spreadsheet',
        folder: 'root',
        trashed: false,
        url: 'https://docs.google.com/spreadsheets/d/practice-file-2/edit',
      },
    },
  ],
})
