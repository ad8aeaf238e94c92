import 'server-only'
import type { drive_v3 } from 'googleapis/build/src/apis/drive/v3.js'
import { z } from 'zod'
import { lookupLimit } from '../../../net/lookup-limit'
import { effectHash } from '../effect-hash'
import type { DriveFile } from './file'
import { fileFields, toFile } from './vendor'

/** Drive keeps properties beside a file that only the app sees: there a new file carries its key from the start. */
export function keyProperties(idempotencyKey: string) {
  return { handrail: effectHash(idempotencyKey) }
}

const page = z.object({ files: z.array(z.unknown()), incompleteSearch: z.boolean().default(false) })

/** The file that was made with this key, in the trash too, or `null` when none was. */
export async function findKeyedFile(
  drive: drive_v3.Drive,
  idempotencyKey: string,
): Promise<DriveFile | null> {
  const { data } = await drive.files.list({
    q: `appProperties has { key='handrail' and value='${effectHash(idempotencyKey)}' }`,
    // Copies that people make of the file bear its key too: the first is ours.
    orderBy: 'createdTime',
    pageSize: 1,
    fields: `incompleteSearch,files(${fileFields})`,
    supportsAllDrives: true,
    includeItemsFromAllDrives: true,
  })
  const { files, incompleteSearch } = page.parse(data)
  const [found] = files
  if (found !== undefined) return toFile(found)
  if (incompleteSearch) throw lookupLimit('Google Drive')
  return null
}

type NewFile = {
  readonly name: string
  readonly type: string
  readonly folder: string | undefined
  /** What goes in, and as what it is sent: Drive turns Markdown and CSV into its own kinds of file. */
  readonly content?: { readonly type: string; readonly text: string }
}

/** Makes a file with its content and its key in one request. */
export async function createKeyedFile(
  drive: drive_v3.Drive,
  idempotencyKey: string,
  { name, type, folder, content }: NewFile,
): Promise<DriveFile> {
  const { data } = await drive.files.create({
    requestBody: {
      name,
      mimeType: type,
      appProperties: keyProperties(idempotencyKey),
      ...(folder ? { parents: [folder] } : {}),
    },
    ...(content?.text ? { media: { mimeType: content.type, body: content.text } } : {}),
    fields: fileFields,
    supportsAllDrives: true,
  })
  return toFile(data)
}
