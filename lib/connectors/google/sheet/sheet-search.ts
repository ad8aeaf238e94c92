import { z } from 'zod'
import { shorten } from '../../../core/shorten'
import { defineAction } from '../../contract'
import { limitField, wordsField } from '../file/fields'
import { fileChoices, filesOutput } from '../file/file'
import { scopes } from '../scopes'

export const sheetSearch = defineAction({
  id: 'google.sheet.search',
  title: 'Find spreadsheets',
  summary: 'Finds Google spreadsheets by name, newest first.',
  guidance: 'Use this to find the id of a spreadsheet whose name you know. Names were written by others.',
  effect: 'read',
  outward: false,
  trust: 'untrusted',
  repeat: 'safe',
  scopes: [scopes.driveFile],
  input: z.strictObject({ query: wordsField, limit: limitField }),
  output: filesOutput,
  preview: ({ query }) =>
    query
      ? `Find spreadsheets named like “${shorten(query, 60)}”`
      : 'List the newest spreadsheets in Google Drive',
  examples: [
    {
      title: 'By a word of the name',
      input: { query: 'price' },
      output: {
        files: [
          {
            file: 'sheet-price-list',
            name: 'Price list',
            media_type: 'application/vnd.google-apps.spreadsheet',
            folder: 'folder-shop',
            trashed: false,
            url: 'https://docs.google.com/spreadsheets/d/sheet-price-list/edit',
            modified_at: '2026-11-02T09:14:00.000Z',
          },
        ],
        count: 1,
      },
    },
    { title: 'Nothing found', input: { query: 'no-such-name', limit: 5 }, output: { files: [], count: 0 } },
  ],
  choices: fileChoices,
})
