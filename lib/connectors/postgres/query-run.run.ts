import 'server-only'
import type { Behaviour } from '../contract'
import type { Sql } from './client'
import type { queryRun } from './query-run'
import { toRow } from './rows'

export const behaviour: Behaviour<typeof queryRun, Sql> = {
  run: ({ input, client }) =>
    client.read(async ({ query }) => {
      const { rows, more } = await query(input.sql, input.parameters ?? [], input.limit)
      return { rows: rows.map(toRow), count: rows.length, more }
    }),
}
