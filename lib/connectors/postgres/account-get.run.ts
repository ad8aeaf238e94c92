import 'server-only'
import { z } from 'zod'
import type { Behaviour } from '../contract'
import type { accountGet } from './account-get'
import type { Sql } from './client'

const answer = z.object({ user: z.string(), database: z.string(), version: z.string() })

export const behaviour: Behaviour<typeof accountGet, Sql> = {
  run: ({ client }) =>
    client.read(async ({ run }) => {
      const { rows } = await run(
        `select current_user::text as user, current_database()::text as database,
          current_setting('server_version') as version`,
        [],
      )
      return answer.parse(rows[0])
    }),
}
