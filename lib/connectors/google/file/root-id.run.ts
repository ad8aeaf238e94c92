import 'server-only'
import type { drive_v3 } from 'googleapis/build/src/apis/drive/v3.js'
import { z } from 'zod'
import { handrailErrorIn } from '../../../net/network-error'

/** The id of My Drive. A token that may see its own files alone cannot see it; `root` then names it. */
export async function rootId(drive: drive_v3.Drive): Promise<string> {
  try {
    const { data } = await drive.files.get({ fileId: 'root', fields: 'id' })
    return z.object({ id: z.string() }).parse(data).id
  } catch (error) {
    if (handrailErrorIn(error)?.code === 'not_found') return 'root'
    throw error
  }
}
