import { z } from 'zod'

const driveId = z
  .string()
  .regex(
    /^[\w-]{5,200}$/,
    'Choose from the list, or paste the id out of the address (between /d/ and /edit).',
  )

const description = 'The id out of the file’s address.'

/** The fields that several actions share, so that they look and behave the same everywhere. */
export const fileField = driveId.meta({
  title: 'File',
  description,
  control: 'text',
  pick: 'google.file.search',
  destination: true,
})

export const documentField = driveId.meta({
  title: 'Document',
  description,
  control: 'text',
  pick: 'google.document.search',
  destination: true,
})

export const sheetField = driveId.meta({
  title: 'Spreadsheet',
  description,
  control: 'text',
  pick: 'google.sheet.search',
  destination: true,
})

const folderId = driveId.or(z.literal('root'))

export const folderField = folderId.optional().meta({
  title: 'Folder',
  description: 'The folder’s id. Empty is My Drive.',
  control: 'text',
  pick: 'google.folder.search',
  destination: true,
})

export const targetField = folderId.meta({
  title: 'Folder',
  description: 'The id of the folder that it goes to; root is My Drive.',
  control: 'text',
  pick: 'google.folder.search',
  destination: true,
})

export const nameField = z.string().min(1).max(255)

export const wordsField = z.string().max(200).optional().meta({
  title: 'Words',
  description: 'Part of the name. Empty lists the newest.',
  placeholder: 'prices',
  control: 'text',
})

export const limitField = z
  .number()
  .int()
  .min(1)
  .max(100)
  .optional()
  .meta({ title: 'At most', description: '30 when empty.', control: 'number' })

/** The text of a document; what is longer belongs in several. */
export const markdownField = z.string().max(200_000)
