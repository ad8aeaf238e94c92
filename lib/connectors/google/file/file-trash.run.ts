import 'server-only'
import type { Behaviour } from '../../contract'
import type { GoogleClient } from '../client'
import type { fileTrash } from './file-trash'
import { setTrashed } from './set-trashed.run'

export const behaviour: Behaviour<typeof fileTrash, GoogleClient> = {
  run: async ({ input: { file }, client }) => setTrashed(await client.drive(), file, true),
}
