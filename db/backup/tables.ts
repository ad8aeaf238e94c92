import type { ISql } from 'postgres'

export type Table = { readonly name: string; readonly columns: readonly string[] }

/** The application's tables, each after those that it refers to: in this order they can be filled. */
export async function tablesInOrder(sql: ISql): Promise<Table[]> {
  const tables = await sql<Table[]>`
    select table_name as name, json_agg(column_name order by ordinal_position) as columns
    from information_schema.columns
    where table_schema = 'public' group by table_name order by table_name`
  const references = await sql<{ from: string; to: string }[]>`
    select conrelid::regclass::text as from, confrelid::regclass::text as to
    from pg_constraint where contype = 'f' and connamespace = 'public'::regnamespace and conrelid <> confrelid`
  const ordered: Table[] = []
  const left = new Map(tables.map((table) => [table.name, table]))
  while (left.size > 0) {
    const ready = [...left.values()].filter(
      ({ name }) => !references.some(({ from, to }) => from === name && left.has(to)),
    )
    if (ready.length === 0) throw new Error('The tables refer to one another in a circle.')
    for (const table of ready) {
      ordered.push(table)
      left.delete(table.name)
    }
  }
  return ordered
}

/** The schema's version: what was applied to it, by name and content. */
export async function migrationsOf(sql: ISql): Promise<string[]> {
  const rows = await sql<
    { hash: string }[]
  >`select hash from drizzle.__drizzle_migrations order by created_at, id`
  return rows.map(({ hash }) => hash)
}
