import { spawnSync } from 'node:child_process'
import { chmodSync, closeSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** A disk of its own that can be filled to the last byte. */
export type SmallDisk = {
  readonly directory: string
  /** Takes all that is left of it. Again and again: what was freed meanwhile is taken too. */
  fill(): void
  free(): void
  remove(): void
}

/** Mounts one in memory, or says why that cannot be done here. */
export function mountSmallDisk(megabytes: number): SmallDisk | string {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return 'it needs root on Linux'
  const directory = mkdtempSync(join(tmpdir(), 'handrail-disk-'))
  const mount = spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m`, 'tmpfs', directory])
  if (mount.status !== 0) {
    rmSync(directory, { recursive: true })
    return `a disk could not be mounted here: ${String(mount.stderr ?? mount.error).trim()}`
  }
  // PostgreSQL runs as another user.
  chmodSync(directory, 0o755)
  const ballast = join(directory, 'ballast')
  return {
    directory,
    fill: () => append(ballast),
    free: () => rmSync(ballast, { force: true }),
    remove: () => {
      spawnSync('umount', [directory])
      rmSync(directory, { recursive: true, force: true })
    },
  }
}

function append(path: string): void {
  const file = openSync(path, 'a')
  try {
    // Ever smaller pieces, until nothing fits any more.
    for (let size = 1 << 20; size >= 1; size >>= 2) {
      const piece = Buffer.alloc(size)
      try {
        while (writeSync(file, piece) === size);
      } catch (error) {
        if (!(error instanceof Error && 'code' in error && error.code === 'ENOSPC')) throw error
      }
    }
  } finally {
    closeSync(file)
  }
}
