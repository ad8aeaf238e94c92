import 'server-only'
import type { Behaviour } from '../../contract'
import type { GoogleClient } from '../client'
import { readTabs } from '../sheet/vendor.run'
import type { tabList } from './tab-list'

export const behaviour: Behaviour<typeof tabList, GoogleClient> = {
  async run({ input: { sheet }, client }) {
    const { properties, sheets } = await readTabs(await client.sheets(), sheet)
    const tabs = sheets.map(({ properties: { title, gridProperties } }) => ({
      tab: title,
      row_count: gridProperties?.rowCount ?? 0,
      column_count: gridProperties?.columnCount ?? 0,
    }))
    return { title: properties.title, tabs, count: tabs.length }
  },
}
