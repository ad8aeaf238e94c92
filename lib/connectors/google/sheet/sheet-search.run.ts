import 'server-only'
import type { Behaviour } from '../../contract'
import type { GoogleClient } from '../client'
import { listFiles, nameContains } from '../file/list-files.run'
import { googleTypes } from '../file/vendor'
import type { sheetSearch } from './sheet-search'

export const behaviour: Behaviour<typeof sheetSearch, GoogleClient> = {
  async run({ input: { query, limit }, client }) {
    const conditions = [`mimeType = '${googleTypes.sheet}'`, ...nameContains(query)]
    return listFiles(await client.drive(), { conditions, limit })
  },
}
