import 'server-only'
import type { Behaviour } from '../../contract'
import type { GoogleClient } from '../client'
import { createKeyedFile, findKeyedFile } from '../file/keyed-file.run'
import { googleTypes } from '../file/vendor'
import type { folderCreate } from './folder-create'

export const behaviour: Behaviour<typeof folderCreate, GoogleClient> = {
  async run({ input: { name, folder }, client, idempotencyKey }) {
    const drive = await client.drive()
    return createKeyedFile(drive, idempotencyKey, { name, folder, type: googleTypes.folder })
  },
  lookup: async ({ client, idempotencyKey }) => findKeyedFile(await client.drive(), idempotencyKey),
}
