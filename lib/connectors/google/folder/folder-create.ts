import { z } from 'zod'
import { shorten } from '../../../core/shorten'
import { defineAction } from '../../contract'
import { folderField, nameField } from '../file/fields'
import { fileOutput } from '../file/file'
import { scopes } from '../scopes'

export const folderCreate = defineAction({
  id: 'google.folder.create',
  title: 'Create a folder',
  summary: 'Makes a folder in Google Drive.',
  guidance: 'Look for a folder of that name first: Drive allows several.',
  effect: 'write',
  outward: false,
  trust: 'trusted',
  repeat: 'lookup',
  scopes: [scopes.driveFile],
  undo: 'google.file.trash',
  input: z.strictObject({
    name: nameField.meta({ title: 'Name', placeholder: 'Offers', control: 'text' }),
    folder: folderField.meta({ title: 'In the folder' }),
  }),
  output: fileOutput,
  preview: ({ name, folder }, names) =>
    shorten(
      `Create the folder “${shorten(name, 60)}” in ${folder ? (names?.folder ?? folder) : 'My Drive'}`,
      120,
    ),
  examples: [
    {
      title: 'In My Drive',
      input: { name: 'Offers' },
      output: {
        file: 'practice-file-1',
        name: 'Offers',
        media_type: 'application/vnd.google-apps.folder',
        folder: 'root',
        trashed: false,
        url: 'https://drive.google.com/drive/folders/practice-file-1',
      },
    },
    {
      title: 'In another folder',
      input: { name: 'November', folder: 'folder-shop' },
      output: {
        file: 'practice-file-2',
        name: 'November',
        media_type: 'application/vnd.google-apps.folder',
        folder: 'folder-shop',
        trashed: false,
        url: 'https://drive.google.com/drive/folders/practice-file-2',
      },
    },
  ],
})
