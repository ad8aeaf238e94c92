import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { prepareCluster } from '../../db/server/cluster.ts'
import { startEmbeddedServer } from '../../db/server/embedded-server.ts'
import { runningPostmaster } from '../../db/server/postmaster.ts'

/** The installation's database: the one that is named, the one that runs, or the one that comes along, for the while. */
export async function openDatabase(data: string): Promise<{ readonly url: string; close(): Promise<void> }> {
  if (process.env.DATABASE_URL) return { url: process.env.DATABASE_URL, close: async () => {} }
  const running = runningPostmaster(prepareCluster(data).data)
  if (running) {
    const password = readFileSync(join(data, 'postgres-password'), 'utf8').trim()
    return {
      url: `postgres://handrail:${password}@127.0.0.1:${running.port}/handrail`,
      close: async () => {},
    }
  }
  const server = await startEmbeddedServer(data)
  return { url: server.url, close: () => server.stop() }
}
