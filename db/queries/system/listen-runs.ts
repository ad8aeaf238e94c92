import type { Sql } from 'postgres'

/**
 * Calls back with the id of each run that changes, on a connection of its own that is made anew when it breaks.
 * `onListening` is called each time it listens (again): what changed in between was missed.
 */
export async function listenRuns(
  sql: Sql,
  onRun: (runId: string) => void,
  onListening: () => void,
): Promise<() => Promise<void>> {
  const { unlisten } = await sql.listen('handrail_run', onRun, onListening)
  return unlisten
}
