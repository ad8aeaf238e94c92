import { z } from 'zod'
import { defineAction } from '../../contract'
import { scopes } from '../scopes'
import { fileField } from './fields'
import { fileOutput } from './file'

export const fileGet = defineAction({
  id: 'google.file.get',
  title: 'Look at a file',
  summary: 'Reads a file’s name, type, size, folder and owner, without its content.',
  guidance: 'Use this to check what a file is before you read or change it.',
  effect: 'read',
  outward: false,
  trust: 'untrusted',
  repeat: 'safe',
  scopes: [scopes.driveFile],
  input: z.strictObject({ file: fileField }),
  output: fileOutput.extend({
    description: z.string().meta({ title: 'Description' }),
    byte_count: z.number().int().nullable().meta({ title: 'Size in bytes' }),
    owner: z.string().meta({ title: 'Owner’s e-mail address' }),
    created_at: z.string().meta({ title: 'Created at' }),
    modified_at: z.string().meta({ title: 'Changed at' }),
  }),
  preview: ({ file }, names) => `Look at the file ${names?.file ?? file}`.slice(0, 120),
  examples: [
    {
      title: 'A text file',
      input: { file: 'file-release-checklist' },
      output: {
        file: 'file-release-checklist',
        name: 'Release checklist.md',
        media_type: 'text/markdown',
        folder: 'folder-support',
        trashed: false,
        url: 'https://drive.google.com/file/d/file-release-checklist/view',
        description: '',
        byte_count: 180,
        owner: 'lena.fischer@acme.example',
        created_at: '2026-10-28T08:00:00.000Z',
        modified_at: '2026-11-02T09:14:00.000Z',
      },
    },
    {
      title: 'A document has no size',
      input: { file: 'doc-returns-guide' },
      output: {
        file: 'doc-returns-guide',
        name: 'Returns guide',
        media_type: 'application/vnd.google-apps.document',
        folder: 'folder-support',
        trashed: false,
        url: 'https://docs.google.com/document/d/doc-returns-guide/edit',
        description: 'How customers send things back',
        byte_count: null,
        owner: 'lena.fischer@acme.example',
        created_at: '2026-10-28T08:00:00.000Z',
        modified_at: '2026-11-02T09:14:00.000Z',
      },
    },
  ],
})
