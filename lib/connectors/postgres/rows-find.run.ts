import 'server-only'
import type { Behaviour } from '../contract'
import type { Sql } from './client'
import { matching, quoted, quotedTable } from './identifier'
import { toRow } from './rows'
import type { rowsFind } from './rows-find'

export const behaviour: Behaviour<typeof rowsFind, Sql> = {
  run: ({ input, client }) =>
    client.read(async ({ query }) => {
      const where = matching(input.match ?? {}, 1)
      const sql = [
        `select ${input.columns?.length ? input.columns.map(quoted).join(', ') : '*'}`,
        `from ${quotedTable(input.table)}`,
        where.sql ? `where ${where.sql}` : '',
        input.sort ? `order by ${quoted(input.sort)} ${input.descending ? 'desc' : 'asc'}` : '',
      ].join(' ')
      const { rows, more } = await query(sql, where.parameters, input.limit)
      return { rows: rows.map(toRow), count: rows.length, more }
    }),
}
