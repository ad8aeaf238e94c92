import 'server-only'
import type { Behaviour } from '../../contract'
import type { GoogleClient } from '../client'
import { listFiles, nameContains } from '../file/list-files.run'
import { googleTypes } from '../file/vendor'
import type { documentSearch } from './document-search'

export const behaviour: Behaviour<typeof documentSearch, GoogleClient> = {
  async run({ input: { query, limit }, client }) {
    const conditions = [`mimeType = '${googleTypes.document}'`, ...nameContains(query)]
    return listFiles(await client.drive(), { conditions, limit })
  },
}
