import { z } from 'zod'
import { defineAction } from '../../contract'
import { scopes } from '../scopes'
import { fileField } from './fields'
import { fileOutput } from './file'

export const fileTrash = defineAction({
  id: 'google.file.trash',
  title: 'Put a file in the trash',
  summary: 'Puts a file or folder in the trash of Google Drive, where it stays for 30 days.',
  guidance: 'Check that it is the right file. It can be taken out again within 30 days.',
  effect: 'write',
  outward: false,
  trust: 'trusted',
  repeat: 'safe',
  scopes: [scopes.driveFile],
  undo: 'google.file.restore',
  input: z.strictObject({ file: fileField }),
  output: fileOutput,
  preview: ({ file }, names) => `Put ${(names?.file ?? file).slice(0, 90)} in the trash`,
  examples: [
    {
      title: 'A text file',
      input: { file: 'file-summer-sale' },
      output: {
        file: 'file-summer-sale',
        name: 'Summer sale.txt',
        media_type: 'text/plain',
        folder: 'folder-shop',
        trashed: true,
        url: 'https://drive.google.com/file/d/file-summer-sale/view',
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
        trashed: true,
        url: 'https://docs.google.com/document/d/doc-offer-template/edit',
      },
    },
  ],
})
