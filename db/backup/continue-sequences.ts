import type { ISql } from 'postgres'

/** After rows came with numbers of their own: new ones get numbers after those. */
export async function continueSequences(sql: ISql): Promise<void> {
  const columns = await sql<{ table: string; column: string; sequence: string }[]>`
    select table_name as table, column_name as column,
      pg_get_serial_sequence(quote_ident(table_name), column_name) as sequence
    from information_schema.columns where table_schema = 'public' and column_default like 'nextval(%'`
  for (const { table, column, sequence } of columns) {
    await sql`select setval(${sequence}::regclass, coalesce((select max(${sql(column)}) from ${sql(table)}), 0) + 1, false)`
  }
}
