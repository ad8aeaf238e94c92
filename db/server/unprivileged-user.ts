import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'

export type SystemUser = { readonly name: string; readonly uid: number; readonly gid: number }

/**
 * PostgreSQL refuses to run as root. When we are root, this is whom it runs as: the system's `postgres` user, or
 * `nobody` where there is none. `undefined` for everyone else: it then runs as we do.
 */
export function unprivilegedUser(): SystemUser | undefined {
  if (process.getuid?.() !== 0) return undefined
  const users = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'))
  for (const name of ['postgres', 'nobody']) {
    const entry = users.find((fields) => fields[0] === name)
    if (entry) return { name, uid: Number(entry[2]), gid: Number(entry[3]) }
  }
  throw new Error(
    'PostgreSQL may not run as root, and this machine has no user "postgres" or "nobody". Add one, or set DATABASE_URL.',
  )
}

/** Can this user reach and read the folder? A home folder with mode 700 stops everyone but its owner. */
export function canEnter(user: SystemUser, directory: string): boolean {
  const result = spawnSync('/bin/sh', ['-c', 'test -r "$1" && test -x "$1"', 'sh', directory], {
    uid: user.uid,
    gid: user.gid,
    cwd: '/',
  })
  return result.status === 0
}
