import 'server-only'
import type { Behaviour } from '../../contract'
import type { GoogleClient } from '../client'
import type { fileSearch } from './file-search'
import { listFiles, nameContains, quoted } from './list-files.run'

export const behaviour: Behaviour<typeof fileSearch, GoogleClient> = {
  async run({ input: { query, text, folder, limit }, client }) {
    const conditions = [
      ...nameContains(query),
      ...(text?.trim() ? [`fullText contains ${quoted(text.trim())}`] : []),
      ...(folder ? [`${quoted(folder)} in parents`] : []),
    ]
    return listFiles(await client.drive(), { conditions, limit })
  },
}
