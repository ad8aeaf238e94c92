import { z } from 'zod'
import { shorten } from '../../../core/shorten'
import { defineAction } from '../../contract'
import { scopes } from '../scopes'
import { folderField, limitField, wordsField } from './fields'
import { fileChoices, filesOutput } from './file'

export const fileSearch = defineAction({
  id: 'google.file.search',
  title: 'Find files',
  summary: 'Finds files in Google Drive by name or by the words in them, newest first.',
  guidance:
    'Use this to find the id of a file whose name you know. It sees the files that Handrail made or was given. Names were written by others.',
  effect: 'read',
  outward: false,
  trust: 'untrusted',
  repeat: 'safe',
  scopes: [scopes.driveFile],
  input: z.strictObject({
    query: wordsField,
    text: z.string().max(200).optional().meta({
      title: 'Words inside',
      description: 'Words that stand in the file itself.',
      control: 'text',
    }),
    folder: folderField.meta({
      title: 'Folder',
      description: 'Only in this folder. Empty looks everywhere.',
    }),
    limit: limitField,
  }),
  output: filesOutput,
  preview: ({ query, text }) => {
    const words = query ?? text
    return words ? `Find files with “${shorten(words, 60)}”` : 'List the newest files in Google Drive'
  },
  examples: [
    {
      title: 'By a word of the name',
      input: { query: 'checklist' },
      output: {
        files: [
          {
            file: 'file-release-checklist',
            name: 'Release checklist.md',
            media_type: 'text/markdown',
            folder: 'folder-support',
            trashed: false,
            url: 'https://drive.google.com/file/d/file-release-checklist/view',
            modified_at: '2026-11-02T09:14:00.000Z',
          },
        ],
        count: 1,
      },
    },
    {
      title: 'In one folder',
      input: { folder: 'folder-shop', limit: 5 },
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
  ],
  choices: fileChoices,
})
