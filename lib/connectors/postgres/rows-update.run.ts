import 'server-only'
import { HandrailError } from '../../core/errors'
import type { Behaviour } from '../contract'
import type { Sql } from './client'
import { matching, quoted, quotedTable } from './identifier'
import { toRow } from './rows'
import type { rowsUpdate } from './rows-update'

export const behaviour: Behaviour<typeof rowsUpdate, Sql> = {
  run: ({ input, client }) =>
    client.write(async ({ query }) => {
      const columns = Object.keys(input.values)
      const where = matching(input.match, columns.length + 1)
      const { rows, more } = await query(
        `update ${quotedTable(input.table)} set ${columns.map((column, index) => `${quoted(column)} = $${index + 1}`).join(', ')}
        where ${where.sql} returning *`,
        [...Object.values(input.values), ...where.parameters],
        input.most,
      )
      if (more) {
        throw new HandrailError({
          code: 'conflict',
          who: 'user',
          retry: 'no',
          field: 'input.most',
          message: `More than ${input.most} rows of ${input.table} match. Nothing was changed. Match more exactly, or allow more rows.`,
        })
      }
      return { rows: rows.map(toRow), count: rows.length }
    }),
}
