import 'server-only'
import type { Behaviour } from '../../contract'
import type { GoogleClient } from '../client'
import type { fileRestore } from './file-restore'
import { setTrashed } from './set-trashed.run'

export const behaviour: Behaviour<typeof fileRestore, GoogleClient> = {
  run: async ({ input: { file }, client }) => setTrashed(await client.drive(), file, false),
}
