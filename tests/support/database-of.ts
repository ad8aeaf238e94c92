import { readFileSync } from 'node:fs'
import { join } from 'node:path'

/** The product's own PostgreSQL: where it listens, and its process. */
export function databaseOf(directory: string): { readonly url: string; readonly pid: number } {
  const password = readFileSync(join(directory, 'postgres-password'), 'utf8').trim()
  const lines = readFileSync(join(readPlace(directory), 'postgres', 'postmaster.pid'), 'utf8').split('\n')
  return { url: `postgres://handrail:${password}@127.0.0.1:${lines[3]}/handrail`, pid: Number(lines[0]) }
}

/** Where the product keeps its PostgreSQL. */
export function readPlace(directory: string): string {
  try {
    return readFileSync(join(directory, 'postgres-place'), 'utf8').trim()
  } catch {
    return directory
  }
}
