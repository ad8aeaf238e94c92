import { z } from 'zod'

/** `orders` or `sales.orders`: what stands in a name is quoted, whatever it is. */
export const tableField = z.string().min(1).max(200).meta({
  title: 'Table',
  description: 'With its schema where that is not the usual one: sales.orders.',
  placeholder: 'orders',
  control: 'text',
  pick: 'postgres.table.list',
  destination: true,
})

const cell = z.union([
  z.string(),
  z.number(),
  z.boolean(),
  z.null(),
  z.array(z.json()),
  z.record(z.string(), z.json()),
])

/** Columns with a value for each. */
export const cellsField = z.record(z.string().min(1).max(200), cell)

export const columnsField = z
  .array(z.string().min(1).max(200))
  .max(200)
  .meta({
    title: 'Columns',
    control: 'tags',
    pick: 'postgres.column.list',
    pickInput: { table: 'table' },
  })

/** SQL as the builder wrote it. What comes from a run goes into the parameters. */
export const sqlField = z.string().min(1).max(50_000)

export const parametersField = z.array(cell).max(500).meta({
  title: 'Parameters',
  description: 'A list: the first takes the place of $1, the second that of $2.',
  control: 'json',
})

export const mostRows = 1_000

export const limitField = z.number().int().min(1).max(mostRows).default(100).meta({
  title: 'Rows at most',
  control: 'number',
})

/** A row by its columns. */
export const rowSchema = z.record(z.string(), z.json())

export const rowsOutput = z.object({
  rows: z.array(rowSchema).meta({ title: 'Rows' }),
  count: z.number().int().meta({ title: 'Number of rows' }),
  more: z.boolean().meta({ title: 'Are there more?' }),
})

export const rowOutput = z.object({ row: rowSchema.meta({ title: 'The row as it is now' }) })

export const changedOutput = z.object({
  rows: z.array(rowSchema).meta({ title: 'The rows as they are now' }),
  count: z.number().int().meta({ title: 'Number of rows' }),
})

/** `status = "paid", total = 12`, short enough for a preview. */
export function cellsInWords(cells: Readonly<Record<string, unknown>>): string {
  return Object.entries(cells)
    .map(([column, value]) => `${column} = ${JSON.stringify(value)}`)
    .join(', ')
}
