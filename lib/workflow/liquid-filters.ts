import type { Liquid } from 'liquidjs'

/**
 * Filters that draw lots, that answer at once on a server and later in a browser, or that read a value as an
 * expression: what a stranger wrote is never read as code.
 */
const removed = [
  ...['sample', 'sha256', 'hmac_sha256'],
  ...['where_exp', 'reject_exp', 'group_by_exp', 'has_exp', 'find_exp', 'find_index_exp'],
]

/** Filters whose first argument names a property: given a list there, they would compare by lists without end. */
const byProperty = [
  ...[
    'sort',
    'sort_natural',
    'map',
    'sum',
    'where',
    'reject',
    'group_by',
    'has',
    'find',
    'find_index',
    'uniq',
  ],
]

/** Takes away what cannot be bounded, and holds arguments to what they are meant to be. */
export function liquidFilters(this: Liquid): void {
  for (const name of removed) this.unregisterFilter(name)
  for (const name of byProperty) {
    const filter = this.filters[name]
    const apply = typeof filter === 'function' ? filter : filter?.handler
    if (!apply) continue
    this.registerFilter(name, function (value, property, ...rest) {
      if (property !== undefined && typeof property !== 'string')
        throw new Error(`${name} takes the name of a property`)
      return apply.call(this, value, property, ...rest)
    })
  }
}
