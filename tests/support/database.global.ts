import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import postgres from 'postgres'
import type { TestProject } from 'vitest/node'
import { migrate } from '../../db/migrate.ts'
import { removeCluster } from '../../db/server/cluster.ts'
import { startEmbeddedServer } from '../../db/server/embedded-server.ts'

declare module 'vitest' {
  export interface ProvidedContext {
    databaseServer: string
  }
}

/** One real PostgreSQL for the whole test run, with a migrated database that each test copies. */
export default async function setup(project: TestProject) {
  const directory = mkdtempSync(join(tmpdir(), 'handrail-test-'))
  const server = await startEmbeddedServer(directory)
  const sql = postgres(server.urlOf('postgres'), { max: 1 })
  await sql`create database handrail_template`
  await sql.end()
  await migrate(server.urlOf('handrail_template'))
  project.provide('databaseServer', server.urlOf('postgres'))
  return async () => {
    await server.stop()
    removeCluster(directory)
  }
}
