import 'server-only'
import type { Behaviour } from '../contract'
import type { Sql } from './client'
import { quoted, quotedTable } from './identifier'
import { toRow } from './rows'
import type { rowsInsert } from './rows-insert'

export const behaviour: Behaviour<typeof rowsInsert, Sql> = {
  run: ({ input, client, idempotencyKey }) =>
    client.write(async ({ run }) => {
      const cells = {
        ...input.values,
        ...(input.key_column ? { [input.key_column]: idempotencyKey } : {}),
      }
      const columns = Object.keys(cells)
      const { rows } = await run(
        columns.length === 0
          ? `insert into ${quotedTable(input.table)} default values returning *`
          : `insert into ${quotedTable(input.table)} (${columns.map(quoted).join(', ')})
            values (${columns.map((_, index) => `$${index + 1}`).join(', ')}) returning *`,
        Object.values(cells),
      )
      return { row: toRow(rows[0] ?? {}) }
    }),
  async lookup({ input, client, idempotencyKey }) {
    const { table, key_column } = input
    if (!key_column) return null
    const { rows } = await client.read(({ query }) =>
      query(`select * from ${quotedTable(table)} where ${quoted(key_column)} = $1`, [idempotencyKey], 1),
    )
    return rows[0] ? { row: toRow(rows[0]) } : null
  },
}
