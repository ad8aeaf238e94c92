import { z } from 'zod'

/** What one cell of a spreadsheet holds. An empty one is an empty text. */
export const cell = z.union([z.string().max(50_000), z.number(), z.boolean()])

export type Cell = z.infer<typeof cell>

export const rowsField = z.array(z.array(cell).max(200)).max(1_000)

export const tabField = z
  .string()
  .min(1)
  .max(100)
  .optional()
  .meta({
    title: 'Tab',
    description: 'The tab’s name. Empty is the first one.',
    control: 'text',
    pick: 'google.tab.list',
    pickInput: { sheet: 'sheet' },
    destination: true,
  })

/** What a stranger or a model wrote must not become a formula: that is the builder's choice alone. */
export const typedField = z.boolean().optional().meta({
  title: 'As if typed',
  description:
    'Off: text stays text, also when it begins with =. On: numbers, TRUE and FALSE, and formulas are read as such.',
  control: 'toggle',
  destination: true,
})

export const byHeading = z.record(z.string(), cell)

/** What an action that changed a spreadsheet says of it. */
export const changedSheet = z.object({
  sheet: z.string().meta({ title: 'Spreadsheet id' }),
  tab: z.string().meta({ title: 'Tab' }),
  url: z.string().meta({ title: 'Address' }),
})

export function sheetUrl(sheet: string): string {
  return `https://docs.google.com/spreadsheets/d/${sheet}/edit`
}
