import { z } from 'zod'
import type { DriveFile } from './file'

/** Of Drive's answers only what is used. An answer without it is no answer of Drive. */
export const vendorFile = z.object({
  id: z.string(),
  name: z.string(),
  mimeType: z.string(),
  parents: z.array(z.string()).default([]),
  trashed: z.boolean().default(false),
  webViewLink: z.string().default(''),
})

export const fileFields = 'id,name,mimeType,parents,trashed,webViewLink'

export const googleTypes = {
  document: 'application/vnd.google-apps.document',
  sheet: 'application/vnd.google-apps.spreadsheet',
  folder: 'application/vnd.google-apps.folder',
} as const

export function toFile(data: unknown): DriveFile {
  const { id, name, mimeType, parents, trashed, webViewLink } = vendorFile.parse(data)
  return { file: id, name, media_type: mimeType, folder: parents[0] ?? '', trashed, url: webViewLink }
}
