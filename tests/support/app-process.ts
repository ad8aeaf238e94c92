import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { nodeFlags } from '../../bin/node-flags.mjs'
import { removeCluster } from '../../db/server/cluster.ts'
import { freePort } from '../../db/server/free-port.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))

/** The product as a process of its own, as `npm start` runs it, with a data folder of its own. */
export type AppProcess = {
  readonly url: string
  readonly directory: string
  readonly child: ChildProcess
  /** What it has printed so far. */
  output(): string
  /** Ends it as an operator would, and waits. */
  stop(): Promise<void>
  /** Ends it as a power cut would: no handler runs. */
  kill(): Promise<void>
}

/** Starts the product and waits until it is healthy. With `directory`, on the data an earlier start left there. */
export async function startApp(
  options: {
    readonly directory?: string
    readonly port?: number
    readonly env?: Readonly<Record<string, string>>
    /** How many files and connections it may have open at once; without it, as many as we may. */
    readonly openFiles?: number
  } = {},
): Promise<AppProcess> {
  const directory = options.directory ?? mkdtempSync(join(tmpdir(), 'handrail-app-'))
  const port = options.port ?? (await freePort()) ?? 0
  const url = `http://localhost:${port}`
  const environment: NodeJS.ProcessEnv = { ...process.env, PORT: String(port), HANDRAIL_DATA_DIR: directory }
  // What the test's own surroundings set is not meant for the product.
  for (const name of ['NODE_ENV', 'DATABASE_URL', 'HANDRAIL_URL', 'VITEST']) delete environment[name]
  const command = [process.execPath, ...nodeFlags, join(root, 'bin/serve.ts')]
  // A process cannot lower its limit before it begins: a shell does, and becomes it.
  const limited = ['sh', '-c', `ulimit -n ${options.openFiles}; exec "$0" "$@"`, ...command]
  const [program = '', ...words] = options.openFiles ? limited : command
  const child = spawn(program, words, {
    cwd: root,
    env: { ...environment, ...options.env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let output = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += chunk))
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  const app: AppProcess = {
    url,
    directory,
    child,
    output: () => output,
    stop: async () => {
      child.kill('SIGTERM')
      await ended
    },
    kill: async () => {
      child.kill('SIGKILL')
      await ended
    },
  }
  await untilHealthy(app)
  return app
}

/** An answer that takes longer is asked for again: a connection may have been taken by a process that was ending. */
const answersWithinMs = 2_000

/** A start that takes longer is worth a look. */
const slowMs = 15_000

async function untilHealthy(app: AppProcess, timeoutMs = 180_000): Promise<void> {
  const begun = performance.now()
  const took = () => performance.now() - begun
  const tries = new Map<string, number>()
  while (took() < timeoutMs) {
    if (app.child.exitCode !== null) throw new Error(`The product ended while it started:\n${app.output()}`)
    const answer = await fetch(`${app.url}/healthz`, { signal: AbortSignal.timeout(answersWithinMs) }).then(
      ({ ok, status }) => (ok ? 'healthy' : String(status)),
      (error: Error) => (error.name === 'TimeoutError' ? 'no answer' : 'not reached'),
    )
    if (answer === 'healthy') {
      if (took() > slowMs) tellSlow(app, took(), tries)
      return
    }
    tries.set(answer, (tries.get(answer) ?? 0) + 1)
    await delay(50)
  }
  throw new Error(`The product was not healthy after ${timeoutMs / 1000} s:\n${app.output()}`)
}

function tellSlow(app: AppProcess, ms: number, tries: ReadonlyMap<string, number>): void {
  const before = [...tries].map(([answer, count]) => `${answer} ${count} times`).join(', ')
  process.stderr.write(
    `The product took ${(ms / 1000).toFixed(0)} s to be healthy (${before}). It said:\n${app.output()}\n`,
  )
}

/** Removes the data of a product that has stopped. */
export function removeData(app: AppProcess): void {
  removeCluster(app.directory)
}
