import { z } from 'zod'
import { shorten } from '../../../core/shorten'
import { defineAction } from '../../contract'
import { limitField, wordsField } from '../file/fields'
import { fileChoices, filesOutput } from '../file/file'
import { scopes } from '../scopes'

export const folderSearch = defineAction({
  id: 'google.folder.search',
  title: 'Find folders',
  summary: 'Finds folders in Google Drive by name, newest first.',
  guidance: 'Use this to find the id of a folder whose name you know. Names were written by others.',
  effect: 'read',
  outward: false,
  trust: 'untrusted',
  repeat: 'safe',
  scopes: [scopes.driveFile],
  input: z.strictObject({ query: wordsField, limit: limitField }),
  output: filesOutput,
  preview: ({ query }) =>
    query ? `Find folders named like “${shorten(query, 60)}”` : 'List the newest folders in Google Drive',
  examples: [
    {
      title: 'By a word of the name',
      input: { query: 'shop' },
      output: {
        files: [
          {
            file: 'folder-shop',
            name: 'Shop',
            media_type: 'application/vnd.google-apps.folder',
            folder: 'root',
            trashed: false,
            url: 'https://drive.google.com/drive/folders/folder-shop',
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
