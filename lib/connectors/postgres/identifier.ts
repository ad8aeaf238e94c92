/** A name as SQL reads it, whatever stands in it. */
export function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`
}

/** `sales.orders`: a table of a schema. Only the first dot parts them. */
export function quotedTable(table: string): string {
  const dot = table.indexOf('.')
  return dot < 0 ? quoted(table) : `${quoted(table.slice(0, dot))}.${quoted(table.slice(dot + 1))}`
}

/** `"a" = $3 and "b" is null`, and what the parameters are. `from` is the number of the first of them. */
export function matching(
  cells: Readonly<Record<string, unknown>>,
  from: number,
): { readonly sql: string; readonly parameters: readonly unknown[] } {
  const parameters: unknown[] = []
  const parts = Object.entries(cells).map(([column, value]) => {
    if (value === null) return `${quoted(column)} is null`
    parameters.push(value)
    return `${quoted(column)} = $${from + parameters.length - 1}`
  })
  return { sql: parts.join(' and '), parameters }
}
