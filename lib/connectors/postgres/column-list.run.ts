import 'server-only'
import { z } from 'zod'
import type { Behaviour } from '../contract'
import type { Sql } from './client'
import type { columnList } from './column-list'
import { quotedTable } from './identifier'

const row = z.object({ name: z.string(), data_type: z.string(), required: z.boolean(), key: z.boolean() })

export const behaviour: Behaviour<typeof columnList, Sql> = {
  run: ({ input, client }) =>
    client.read(async ({ run }) => {
      const { rows } = await run(
        `select a.attname::text as name, format_type(a.atttypid, a.atttypmod) as data_type,
          a.attnotnull and not a.atthasdef and a.attidentity = '' and a.attgenerated = '' as required,
          coalesce(a.attnum = any(i.indkey), false) as key
        from pg_attribute a left join pg_index i on i.indrelid = a.attrelid and i.indisprimary
        where a.attrelid = $1::regclass and a.attnum > 0 and not a.attisdropped
        order by a.attnum`,
        [quotedTable(input.table)],
      )
      return { columns: rows.map((each) => row.parse(each)) }
    }),
}
