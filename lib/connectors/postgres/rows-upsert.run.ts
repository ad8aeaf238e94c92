import 'server-only'
import type { Behaviour } from '../contract'
import type { Sql } from './client'
import { quoted, quotedTable } from './identifier'
import { toRow } from './rows'
import type { rowsUpsert } from './rows-upsert'

export const behaviour: Behaviour<typeof rowsUpsert, Sql> = {
  run: ({ input, client }) =>
    client.write(async ({ run }) => {
      const columns = Object.keys(input.values)
      const { rows } = await run(
        // The key's own columns are set too, to what they are: an update that sets nothing gives no row back.
        `insert into ${quotedTable(input.table)} (${columns.map(quoted).join(', ')})
        values (${columns.map((_, index) => `$${index + 1}`).join(', ')})
        on conflict (${input.keys.map(quoted).join(', ')})
        do update set ${columns.map((column) => `${quoted(column)} = excluded.${quoted(column)}`).join(', ')}
        returning *`,
        Object.values(input.values),
      )
      return { row: toRow(rows[0] ?? {}) }
    }),
}
