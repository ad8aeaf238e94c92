import { z } from 'zod'
import { shorten } from '../../../core/shorten'
import { defineAction } from '../../contract'
import { limitField, wordsField } from '../file/fields'
import { fileChoices, filesOutput } from '../file/file'
import { scopes } from '../scopes'

export const documentSearch = defineAction({
  id: 'google.document.search',
  title: 'Find documents',
  summary: 'Finds Google documents by name, newest first.',
  guidance: 'Use this to find the id of a document whose name you know. Names were written by others.',
  effect: 'read',
  outward: false,
  trust: 'untrusted',
  repeat: 'safe',
  scopes: [scopes.driveFile],
  input: z.strictObject({ query: wordsField, limit: limitField }),
  output: filesOutput,
  preview: ({ query }) =>
    query ? `Find documents named like “${shorten(query, 60)}”` : 'List the newest documents in Google Drive',
  examples: [
    {
      title: 'By a word of the name',
      input: { query: 'returns' },
      output: {
        files: [
          {
            file: 'doc-returns-guide',
            name: 'Returns guide',
            media_type: 'application/vnd.google-apps.document',
            folder: 'folder-support',
            trashed: false,
            url: 'https://docs.google.com/document/d/doc-returns-guide/edit',
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
