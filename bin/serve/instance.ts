import { linkSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { isAlive } from '../../db/server/postmaster.ts'

type Instance = { readonly pid: number; readonly born: string; readonly address: string }

/** What came of claiming a data folder: it is ours, or another process serves it. */
export type Claim =
  | { readonly ours: true; announce(address: string): void; release(): void }
  | { readonly ours: false }

/**
 * One process serves one data folder. The claim is a file with our process id and the time it was born, so that a file
 * left by a killed process, or an id that was given to another program since, counts for nothing.
 */
export function claimDirectory(directory: string): Claim {
  const file = join(directory, 'instance.json')
  const write = (path: string, address: string) => {
    const instance: Instance = { pid: process.pid, born: bornAt(process.pid), address }
    writeFileSync(path, JSON.stringify(instance), { mode: 0o600 })
  }
  for (;;) {
    // Written whole before it gets its name: nobody reads half a claim.
    const whole = `${file}.${process.pid}`
    write(whole, '')
    try {
      linkSync(whole, file)
      return {
        ours: true,
        announce: (address) => write(file, address),
        release: () => rmSync(file, { force: true }),
      }
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error
    } finally {
      rmSync(whole, { force: true })
    }
    const other = readInstance(file)
    if (other && isAlive(other.pid) && bornAt(other.pid) === other.born) return { ours: false }
    rmSync(file, { force: true })
  }
}

function readInstance(file: string): Instance | undefined {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch {
    return undefined
  }
}

/** When the process began, in the kernel's ticks since boot (field 22 of /proc/PID/stat); empty where there is no /proc. */
function bornAt(pid: number): string {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? ''
  } catch {
    return ''
  }
}

/** The address of the process that holds the claim, once it serves; empty when it ends first. */
export async function addressOfOther(directory: string): Promise<string> {
  for (;;) {
    const claim = readInstance(join(directory, 'instance.json'))
    if (!claim || !isAlive(claim.pid)) return ''
    if (claim.address) return claim.address
    await delay(200)
  }
}
