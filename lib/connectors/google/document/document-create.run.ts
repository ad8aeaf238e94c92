import 'server-only'
import type { Behaviour } from '../../contract'
import type { GoogleClient } from '../client'
import { createKeyedFile, findKeyedFile } from '../file/keyed-file.run'
import { googleTypes } from '../file/vendor'
import type { documentCreate } from './document-create'

export const behaviour: Behaviour<typeof documentCreate, GoogleClient> = {
  // Drive turns the Markdown into the document itself: one request, so that there is never half a document.
  async run({ input: { title, text = '', folder }, client, idempotencyKey }) {
    return createKeyedFile(await client.drive(), idempotencyKey, {
      name: title,
      folder,
      type: googleTypes.document,
      content: { type: 'text/markdown', text },
    })
  },
  lookup: async ({ client, idempotencyKey }) => findKeyedFile(await client.drive(), idempotencyKey),
}
