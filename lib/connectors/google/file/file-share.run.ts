import 'server-only'
import type { drive_v3 } from 'googleapis/build/src/apis/drive/v3.js'
import { z } from 'zod'
import type { Behaviour } from '../../contract'
import type { GoogleClient } from '../client'
import type { fileShare } from './file-share'

const vendorPermission = z.object({
  id: z.string(),
  role: z.string(),
  type: z.string().default('user'),
  emailAddress: z.string().default(''),
})

type Permission = z.infer<typeof vendorPermission>

/** From the least to the most that one may do. */
const roles = ['reader', 'commenter', 'writer', 'fileOrganizer', 'organizer', 'owner']

export const behaviour: Behaviour<typeof fileShare, GoogleClient> = {
  async run({ input: { file: fileId, email, role, notify = false, message }, client }) {
    const drive = await client.drive()
    const toOutput = (permission: Permission) => ({
      file: fileId,
      email,
      role: permission.role,
      permission: permission.id,
    })
    const before = (await permissionsOf(drive, fileId)).find(
      (each) => each.type === 'user' && each.emailAddress.toLowerCase() === email.toLowerCase(),
    )
    if (before && roles.indexOf(before.role) >= roles.indexOf(role)) return toOutput(before)
    const { data } = await drive.permissions.create({
      fileId,
      requestBody: { type: 'user', role, emailAddress: email },
      sendNotificationEmail: notify,
      ...(notify && message ? { emailMessage: message } : {}),
      fields: 'id,role,type,emailAddress',
      supportsAllDrives: true,
    })
    return toOutput(vendorPermission.parse(data))
  },
}

const page = z.object({ permissions: z.array(vendorPermission), nextPageToken: z.string().optional() })

async function permissionsOf(drive: drive_v3.Drive, fileId: string): Promise<Permission[]> {
  const all: Permission[] = []
  let pageToken: string | undefined
  do {
    const { data } = await drive.permissions.list({
      fileId,
      pageSize: 100,
      fields: 'nextPageToken,permissions(id,role,type,emailAddress)',
      supportsAllDrives: true,
      ...(pageToken ? { pageToken } : {}),
    })
    const { permissions, nextPageToken } = page.parse(data)
    all.push(...permissions)
    pageToken = nextPageToken
  } while (pageToken)
  return all
}
