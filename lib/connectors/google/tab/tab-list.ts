import { z } from 'zod'
import { defineAction } from '../../contract'
import { sheetField } from '../file/fields'
import { scopes } from '../scopes'

export const tabList = defineAction({
  id: 'google.tab.list',
  title: 'List the tabs of a spreadsheet',
  summary: 'Lists the tabs of a Google spreadsheet with their size.',
  guidance: 'Use this to find the exact name of a tab.',
  effect: 'read',
  outward: false,
  trust: 'untrusted',
  repeat: 'safe',
  scopes: [scopes.driveFile],
  input: z.strictObject({ sheet: sheetField }),
  output: z.object({
    title: z.string().meta({ title: 'Title of the spreadsheet' }),
    tabs: z
      .array(
        z.object({
          tab: z.string().meta({ title: 'Tab' }),
          row_count: z.number().int().meta({ title: 'Number of rows' }),
          column_count: z.number().int().meta({ title: 'Number of columns' }),
        }),
      )
      .meta({ title: 'Tabs' }),
    count: z.number().int().meta({ title: 'How many' }),
  }),
  preview: ({ sheet }, names) => `List the tabs of ${names?.sheet ?? sheet}`.slice(0, 120),
  examples: [
    {
      title: 'The price list',
      input: { sheet: 'sheet-price-list' },
      output: {
        title: 'Price list',
        tabs: [
          { tab: 'Prices', row_count: 1000, column_count: 26 },
          { tab: 'Suppliers', row_count: 1000, column_count: 26 },
        ],
        count: 2,
      },
    },
    {
      title: 'A spreadsheet with one tab',
      input: { sheet: 'sheet-returns' },
      output: { title: 'Returns', tabs: [{ tab: 'Sheet1', row_count: 1000, column_count: 26 }], count: 1 },
    },
  ],
  choices: ({ tabs }) => tabs.map(({ tab }) => ({ value: tab, label: tab })),
})
