import { z } from 'zod'
import type { Choice } from '../../contract'

/** What the actions say of a file. Times are left out: they change when a call is made again. */
export const fileOutput = z.object({
  file: z.string().meta({ title: 'File id' }),
  name: z.string().meta({ title: 'Name' }),
  media_type: z.string().meta({ title: 'Type', description: 'The MIME type, as Drive keeps it.' }),
  folder: z.string().meta({ title: 'Folder id' }),
  trashed: z.boolean().meta({ title: 'In the trash' }),
  url: z.string().meta({ title: 'Address' }),
})

export type DriveFile = z.infer<typeof fileOutput>

export const filesOutput = z.object({
  files: z
    .array(fileOutput.extend({ modified_at: z.string().meta({ title: 'Changed at' }) }))
    .meta({ title: 'Files' }),
  count: z.number().int().meta({ title: 'How many' }),
})

export function fileChoices({ files }: z.output<typeof filesOutput>): readonly Choice[] {
  return files.map(({ file, name, media_type }) => ({ value: file, label: name, hint: kindOf(media_type) }))
}

const kinds: Readonly<Record<string, string>> = {
  'application/vnd.google-apps.document': 'Document',
  'application/vnd.google-apps.spreadsheet': 'Spreadsheet',
  'application/vnd.google-apps.folder': 'Folder',
  'application/vnd.google-apps.presentation': 'Presentation',
}

function kindOf(type: string): string {
  return kinds[type] ?? type
}
