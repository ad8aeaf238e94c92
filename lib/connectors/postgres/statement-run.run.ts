import 'server-only'
import type { Behaviour } from '../contract'
import type { Sql } from './client'
import { mostRows } from './fields'
import { toRow } from './rows'
import type { statementRun } from './statement-run'

export const behaviour: Behaviour<typeof statementRun, Sql> = {
  run: ({ input, client }) =>
    client.write(async ({ run }) => {
      const { rows, count } = await run(input.sql, input.parameters ?? [])
      return { rows: rows.slice(0, mostRows).map(toRow), count }
    }),
}
