import type { RunFilters } from './run-filters'

/** The path of `GET /runs` for these filters. The server uses it too, so that the browser finds its first page. */
export function runListPath(filters: Readonly<RunFilters>): string {
  const query = new URLSearchParams(Object.entries(filters).filter(([, value]) => value !== ''))
  return query.size > 0 ? `/runs?${query}` : '/runs'
}
