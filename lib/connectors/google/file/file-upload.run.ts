import 'server-only'
import type { Behaviour } from '../../contract'
import type { GoogleClient } from '../client'
import type { fileUpload } from './file-upload'
import { createKeyedFile, findKeyedFile } from './keyed-file.run'

export const behaviour: Behaviour<typeof fileUpload, GoogleClient> = {
  async run({ input: { name, content, media_type: type = 'text/plain', folder }, client, idempotencyKey }) {
    const drive = await client.drive()
    return createKeyedFile(drive, idempotencyKey, { name, type, folder, content: { type, text: content } })
  },
  lookup: async ({ client, idempotencyKey }) => findKeyedFile(await client.drive(), idempotencyKey),
}
