import 'server-only'
import { z } from 'zod'
import type { Behaviour } from '../contract'
import type { Sql } from './client'
import type { tableList } from './table-list'

const mostTables = 1_000

const row = z.object({ name: z.string(), kind: z.enum(['table', 'view']) })

export const behaviour: Behaviour<typeof tableList, Sql> = {
  run: ({ client }) =>
    client.read(async ({ query }) => {
      const { rows } = await query(
        `select case when pg_table_is_visible(c.oid) then c.relname::text
            else n.nspname || '.' || c.relname end as name,
          case when c.relkind in ('v', 'm') then 'view' else 'table' end as kind
        from pg_class c join pg_namespace n on n.oid = c.relnamespace
        where c.relkind in ('r', 'p', 'v', 'm', 'f') and n.nspname not like 'pg\\_%' and n.nspname <> 'information_schema'
          and has_table_privilege(c.oid, 'select, insert, update, delete')
        order by 1`,
        [],
        mostTables,
      )
      return { tables: rows.map((each) => row.parse(each)) }
    }),
}
