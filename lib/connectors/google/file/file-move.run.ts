import 'server-only'
import type { Behaviour } from '../../contract'
import type { GoogleClient } from '../client'
import type { fileMove } from './file-move'
import { rootId } from './root-id.run'
import { fileFields, toFile, vendorFile } from './vendor'

export const behaviour: Behaviour<typeof fileMove, GoogleClient> = {
  async run({ input: { file: fileId, folder }, client }) {
    const drive = await client.drive()
    const known = { fileId, fields: fileFields, supportsAllDrives: true }
    const before = await drive.files.get(known)
    const { parents } = vendorFile.parse(before.data)
    const target = folder === 'root' ? await rootId(drive) : folder
    if (parents.includes(target)) return toFile(before.data)
    const { data } = await drive.files.update({
      ...known,
      addParents: target,
      ...(parents.length > 0 ? { removeParents: parents.join(',') } : {}),
      requestBody: {},
    })
    return toFile(data)
  },
}
