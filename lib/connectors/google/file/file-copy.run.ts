import 'server-only'
import type { Behaviour } from '../../contract'
import type { GoogleClient } from '../client'
import type { fileCopy } from './file-copy'
import { findKeyedFile, keyProperties } from './keyed-file.run'
import { fileFields, toFile } from './vendor'

export const behaviour: Behaviour<typeof fileCopy, GoogleClient> = {
  async run({ input: { file: fileId, name, folder = 'root' }, client, idempotencyKey }) {
    const { data } = await (await client.drive()).files.copy({
      fileId,
      requestBody: { name, parents: [folder], appProperties: keyProperties(idempotencyKey) },
      fields: fileFields,
      supportsAllDrives: true,
    })
    return toFile(data)
  },
  lookup: async ({ client, idempotencyKey }) => findKeyedFile(await client.drive(), idempotencyKey),
}
