import 'server-only'
import type { drive_v3 } from 'googleapis/build/src/apis/drive/v3.js'
import type { DriveFile } from './file'
import { fileFields, toFile } from './vendor'

/** Puts a file in the trash or takes it out. One that is there already is left alone. */
export async function setTrashed(
  drive: drive_v3.Drive,
  fileId: string,
  trashed: boolean,
): Promise<DriveFile> {
  const known = { fileId, fields: fileFields, supportsAllDrives: true }
  const before = toFile((await drive.files.get(known)).data)
  if (before.trashed === trashed) return before
  return toFile((await drive.files.update({ ...known, requestBody: { trashed } })).data)
}
