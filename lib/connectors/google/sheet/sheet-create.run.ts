import 'server-only'
import type { Behaviour } from '../../contract'
import type { GoogleClient } from '../client'
import { createKeyedFile, findKeyedFile } from '../file/keyed-file.run'
import { googleTypes } from '../file/vendor'
import type { sheetCreate } from './sheet-create'

export const behaviour: Behaviour<typeof sheetCreate, GoogleClient> = {
  // Drive turns the CSV into the spreadsheet itself: one request, so that there is never one without its headings.
  async run({ input: { title, headings = [], folder }, client, idempotencyKey }) {
    const text = headings.map((heading) => `"${heading.replaceAll('"', '""')}"`).join(',')
    return createKeyedFile(await client.drive(), idempotencyKey, {
      name: title,
      folder,
      type: googleTypes.sheet,
      content: { type: 'text/csv', text },
    })
  },
  lookup: async ({ client, idempotencyKey }) => findKeyedFile(await client.drive(), idempotencyKey),
}
