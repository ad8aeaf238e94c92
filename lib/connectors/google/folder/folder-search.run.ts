import 'server-only'
import type { Behaviour } from '../../contract'
import type { GoogleClient } from '../client'
import { listFiles, nameContains } from '../file/list-files.run'
import { googleTypes } from '../file/vendor'
import type { folderSearch } from './folder-search'

export const behaviour: Behaviour<typeof folderSearch, GoogleClient> = {
  async run({ input: { query, limit }, client }) {
    const conditions = [`mimeType = '${googleTypes.folder}'`, ...nameContains(query)]
    return listFiles(await client.drive(), { conditions, limit })
  },
}
