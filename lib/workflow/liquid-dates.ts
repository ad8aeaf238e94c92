import type { Liquid } from 'liquidjs'

const dateFilters = ['date', 'date_to_xmlschema', 'date_to_rfc822', 'date_to_string', 'date_to_long_string']

/** The variable that holds the run's time as ISO text; a node cannot have this name. */
export const nowName = 'now'

/** Makes every date filter read `now` and `today` as the run's time instead of the clock's. */
export function liquidDates(this: Liquid): void {
  for (const name of dateFilters) {
    const filter = this.filters[name]
    const format = typeof filter === 'function' ? filter : filter?.handler
    if (!format) continue
    this.registerFilter(name, function (value, ...rest) {
      const isNow = value === 'now' || value === 'today'
      return format.call(this, isNow ? this.context.getSync([nowName]) : value, ...rest)
    })
  }
}
