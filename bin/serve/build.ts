import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { isAlive } from '../../db/server/postmaster.ts'

const sources = ['app', 'components', 'lib', 'db', 'inngest', 'public']
const files = [
  'package-lock.json',
  'next.config.mjs',
  'postcss.config.mjs',
  'tsconfig.json',
  'instrumentation.ts',
  'proxy.ts',
]

/** Builds the application for production unless the build that is there was made of the same sources. */
export async function ensureBuild(root: string, say: (line: string) => void): Promise<void> {
  const directory = join(root, process.env.HANDRAIL_BUILD_DIR ?? '.next')
  const stamp = join(directory, 'handrail-sources')
  const isBuilt = () => existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted
  const wanted = fingerprint(root)
  if (isBuilt()) return
  const unlock = await lock(`${directory}.lock`)
  try {
    if (isBuilt()) return
    const started = performance.now()
    say('Building the application (once after each change, about a minute) …')
    await build(root)
    writeFileSync(stamp, wanted)
    say(`Built in ${Math.round((performance.now() - started) / 1000)} s.`)
  } finally {
    unlock()
  }
}

function build(root: string): Promise<void> {
  const child = spawn(process.execPath, [join(root, 'node_modules/next/dist/bin/next'), 'build'], {
    cwd: root,
    env: { ...process.env, NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let output = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += chunk))
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('exit', (code) =>
      code === 0 ? resolve() : reject(new Error(`The application did not build:\n${output}`)),
    )
  })
}

function fingerprint(root: string): string {
  const hash = createHash('sha256')
  const add = (path: string) => {
    hash.update(path.slice(root.length))
    hash.update(readFileSync(path))
  }
  const walk = (path: string) => {
    for (const entry of readdirSync(path, { withFileTypes: true }).sort((a, b) =>
      a.name < b.name ? -1 : 1,
    )) {
      const child = join(path, entry.name)
      if (entry.isDirectory()) walk(child)
      else if (entry.isFile()) add(child)
    }
  }
  for (const name of sources) if (existsSync(join(root, name))) walk(join(root, name))
  for (const name of files)
    if (existsSync(join(root, name)) && statSync(join(root, name)).isFile()) add(join(root, name))
  return hash.digest('hex')
}

/** One build at a time in one folder. The lock names its process, so that a killed build does not hold it. */
async function lock(path: string): Promise<() => void> {
  for (;;) {
    try {
      writeFileSync(path, String(process.pid), { flag: 'wx' })
      return () => rmSync(path, { force: true })
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error
    }
    const holder = existsSync(path) ? Number(readFileSync(path, 'utf8')) : 0
    if (holder && !isAlive(holder)) rmSync(path, { force: true })
    else await delay(300)
  }
}
