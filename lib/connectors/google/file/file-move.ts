import { z } from 'zod'
import { shorten } from '../../../core/shorten'
import { defineAction } from '../../contract'
import { scopes } from '../scopes'
import { fileField, targetField } from './fields'
import { fileOutput } from './file'

export const fileMove = defineAction({
  id: 'google.file.move',
  title: 'Move a file',
  summary: 'Moves a file or folder into another folder of Google Drive.',
  guidance: 'Who may open the other folder may then open the file: check the folder first.',
  effect: 'write',
  outward: false,
  trust: 'trusted',
  // A file that lies there already is left alone.
  repeat: 'safe',
  scopes: [scopes.driveFile],
  input: z.strictObject({ file: fileField, folder: targetField }),
  output: fileOutput,
  preview: ({ file, folder }, names) =>
    shorten(`Move ${(names?.file ?? file).slice(0, 60)} to ${names?.folder ?? folder}`, 120),
  examples: [
    {
      title: 'Into another folder',
      input: { file: 'file-release-checklist', folder: 'folder-shop' },
      output: {
        file: 'file-release-checklist',
        name: 'Release checklist.md',
        media_type: 'text/markdown',
        folder: 'folder-shop',
        trashed: false,
        url: 'https://drive.google.com/file/d/file-release-checklist/view',
      },
    },
    {
      title: 'To My Drive',
      input: { file: 'doc-on-call', folder: 'root' },
      output: {
        file: 'doc-on-call',
        name: 'On-call notes',
        media_type: 'application/vnd.google-apps.document',
        folder: 'root',
        trashed: false,
        url: 'https://docs.google.com/document/d/doc-on-call/edit',
      },
    },
  ],
})
