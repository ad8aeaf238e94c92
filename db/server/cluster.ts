import { spawnSync } from 'node:child_process'
import { createHash, randomBytes } from 'node:crypto'
import { chmodSync, chownSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { type Binaries, copyBinaries, packagedBinaries } from './binaries.ts'
import { canEnter, type SystemUser, unprivilegedUser } from './unprivileged-user.ts'

/** A PostgreSQL data folder that is ready to be served, and what it takes to serve it. */
export type Cluster = {
  readonly binaries: string
  readonly data: string
  readonly password: string
  readonly user: SystemUser | undefined
}

/** Where the other user may go, when the project's own folder is closed to it. */
const sharedParent = '/var/lib/handrail'

/**
 * Finds or makes the cluster that belongs to `directory`. Everything lies in it, except when we are root and the
 * folder is closed to the user that PostgreSQL runs as (a clone in root's home): then binaries and data lie under
 * /var/lib/handrail, and `directory` keeps a note of where.
 */
export function prepareCluster(directory: string): Cluster {
  mkdirSync(directory, { recursive: true, mode: 0o755 })
  const user = unprivilegedUser()
  const packaged = packagedBinaries()
  const place = placeOf(resolve(directory), packaged, user)
  mkdirSync(place.home, { recursive: true, mode: 0o755 })
  const passwordFile = join(directory, 'postgres-password')
  if (!existsSync(passwordFile)) {
    writeFileSync(passwordFile, randomBytes(24).toString('base64url'), { mode: 0o600 })
  }
  const password = readFileSync(passwordFile, 'utf8').trim()
  const data = join(place.home, 'postgres')
  const cluster = { binaries: place.binaries, data, password, user }
  if (!existsSync(join(data, 'PG_VERSION'))) initialise(cluster)
  return cluster
}

/** Removes what belongs to `directory`, also where it lies apart. The server must have stopped. */
export function removeCluster(directory: string): void {
  const note = join(directory, 'postgres-place')
  if (existsSync(note)) rmSync(readFileSync(note, 'utf8').trim(), { recursive: true, force: true })
  rmSync(directory, { recursive: true, force: true })
}

function placeOf(directory: string, packaged: Binaries, user: SystemUser | undefined) {
  if (!user) return { home: directory, binaries: packaged.directory }
  const note = join(directory, 'postgres-place')
  const noted = existsSync(note) ? readFileSync(note, 'utf8').trim() : undefined
  const open = canEnter(user, directory) && canEnter(user, join(packaged.directory, 'bin'))
  const apart = join(sharedParent, createHash('sha256').update(directory).digest('hex').slice(0, 16))
  const home = noted ?? (open ? directory : apart)
  if (home === directory) return { home, binaries: packaged.directory }
  writeFileSync(note, `${home}\n`)
  mkdirSync(sharedParent, { recursive: true, mode: 0o755 })
  return { home, binaries: copyBinaries(packaged, sharedParent) }
}

/** Runs initdb: UTF-8, the built-in C.UTF-8 collation whatever the host's locale, passwords from the first moment. */
function initialise({ binaries, data, password, user }: Cluster): void {
  rmSync(data, { recursive: true, force: true })
  mkdirSync(data, { mode: 0o700 })
  const passwordFile = `${data}.initial-password`
  writeFileSync(passwordFile, password, { mode: 0o600 })
  if (user) {
    chownSync(data, user.uid, user.gid)
    chownSync(passwordFile, user.uid, user.gid)
  }
  chmodSync(data, 0o700)
  const result = spawnSync(
    join(binaries, 'bin', 'initdb'),
    [
      `--pgdata=${data}`,
      '--username=handrail',
      `--pwfile=${passwordFile}`,
      '--auth=scram-sha-256',
      '--encoding=UTF8',
      '--locale=C',
      '--locale-provider=builtin',
      '--builtin-locale=C.UTF-8',
      '--data-checksums',
    ],
    { ...asUser(user), cwd: '/', encoding: 'utf8' },
  )
  rmSync(passwordFile, { force: true })
  if (result.status !== 0) {
    rmSync(data, { recursive: true, force: true })
    const said = result.error?.message ?? `${result.stdout}\n${result.stderr}`.trim()
    throw new Error(`PostgreSQL could not set up its data folder ${data}:\n${said}`)
  }
}

/** How to start a program of PostgreSQL: as its user, and with nothing of our environment but what it needs. */
export function asUser(user: SystemUser | undefined) {
  const env = {
    PATH: process.env.PATH ?? '/usr/bin:/bin',
    LC_ALL: 'C',
    TZ: 'UTC',
    NODE_ENV: 'production' as const,
  }
  return user ? { uid: user.uid, gid: user.gid, env } : { env }
}
