import { z } from 'zod'
import { defineAction } from '../../contract'
import { scopes } from '../scopes'
import { fileField } from './fields'
import { fileOutput } from './file'

export const fileRestore = defineAction({
  id: 'google.file.restore',
  title: 'Take a file out of the trash',
  summary: 'Takes a file or folder out of the trash of Google Drive.',
  guidance: 'Use this to undo a file that was put in the trash.',
  effect: 'write',
  outward: false,
  trust: 'trusted',
  repeat: 'safe',
  scopes: [scopes.driveFile],
  undo: 'google.file.trash',
  input: z.strictObject({ file: fileField }),
  output: fileOutput,
  preview: ({ file }, names) => `Take ${(names?.file ?? file).slice(0, 90)} out of the trash`,
  examples: [
    {
      title: 'A text file',
      input: { file: 'file-old-prices' },
      output: {
        file: 'file-old-prices',
        name: 'Old prices.txt',
        media_type: 'text/plain',
        folder: 'folder-shop',
        trashed: false,
        url: 'https://drive.google.com/file/d/file-old-prices/view',
      },
    },
    {
      title: 'A document',
      input: { file: 'doc-offer-template' },
      output: {
        file: 'doc-offer-template',
        name: 'Offer, template',
        media_type: 'application/vnd.google-apps.document',
        folder: 'folder-shop',
        trashed: false,
        url: 'https://docs.google.com/document/d/doc-offer-template/edit',
      },
    },
  ],
})
