import { dirname, resolve } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { migrate } from '../db/migrate.ts'
import { type EmbeddedServer, startEmbeddedServer } from '../db/server/embedded-server.ts'
import { readEnv } from '../lib/env.ts'
import { ensureBuild } from './serve/build.ts'
import { flushCompiled, keepCompiled } from './serve/compile-cache.ts'
import { secretsOf } from './serve/data-directory.ts'
import { describeFailure } from './serve/describe-failure.ts'
import { addressOfOther, claimDirectory } from './serve/instance.ts'
import { choosePort } from './serve/port.ts'
import { prepareWebServer } from './serve/web-server.ts'

// `npm start` and `npm run dev`: everything from the database to the address to open, and back down in order.

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const dev = process.argv.includes('--dev')
const say = (line: string) => process.stdout.write(`${line}\n`)

async function serve(): Promise<void> {
  const started = performance.now()
  keepCompiled()
  const data = resolve(root, process.env.HANDRAIL_DATA_DIR || '.data')
  const secrets = secretsOf(data, process.env)
  const claim = claimDirectory(data)
  if (!claim.ours) {
    const address = await addressOfOther(data)
    say(
      address
        ? `Handrail is already running: ${address}`
        : 'Handrail was starting in another terminal, and stopped.',
    )
    process.exit(0)
  }
  const undo: (() => Promise<void> | void)[] = [() => claim.release()]
  const stop = stopper(undo)
  try {
    const host = process.env.HANDRAIL_URL && !isLoopback(process.env.HANDRAIL_URL) ? '0.0.0.0' : '127.0.0.1'
    const port = await choosePort(process.env.PORT, host)
    const address = process.env.HANDRAIL_URL || `http://localhost:${port}`
    // As a plain object: the SDK copies the environment with each call, and Node's own asks the system for every name.
    process.env = { ...process.env }
    Object.assign(process.env, secrets, {
      NODE_ENV: dev ? 'development' : 'production',
      NEXT_TELEMETRY_DISABLED: '1',
      PORT: String(port),
      HANDRAIL_DATA_DIR: data,
      HANDRAIL_URL: address,
      NEXTAUTH_URL: address,
    })
    // The database starts and is migrated while this process loads the application, which waits for it before its first
    // question to it.
    const opening = openDatabase(data, undo)
    Object.assign(globalThis, { handrailDatabaseOpen: opening.then(isTrue, isFalse) })
    const [web] = await Promise.all([prepareWeb({ dev, host, port }), opening])
    undo.push(async () => {
      const closing = web.close(5_000)
      await engineStop()?.(10_000)
      await closing
    })
    await web.listen()
    await untilEngineRuns()
    claim.announce(address)
    flushCompiled()
    say(`\nHandrail is ready after ${((performance.now() - started) / 1000).toFixed(1)} s: ${address}\n`)
  } catch (error) {
    process.stderr.write(`\n${describeFailure(error, data)}\n`)
    await stop(1)
  }
}

async function prepareWeb(options: { readonly dev: boolean; readonly host: string; readonly port: number }) {
  if (!dev) await ensureBuild(root, say)
  return prepareWebServer({ root, ...options })
}

/** Finds or starts the database, and brings it to this version's schema. */
async function openDatabase(data: string, undo: (() => Promise<void> | void)[]): Promise<void> {
  process.env.DATABASE_URL ||= await ownDatabase(data, undo)
  await migrate(readEnv(process.env).DATABASE_URL)
}

async function ownDatabase(data: string, undo: (() => Promise<void> | void)[]): Promise<string> {
  say('Starting PostgreSQL …')
  const server: EmbeddedServer = await startEmbeddedServer(data)
  undo.push(() => server.stop())
  return server.url
}

const isTrue = () => true
const isFalse = () => false

/** What `instrumentation.ts` leaves for us to drain the engine with: it lives in the application's own bundle. */
function engineStop(): ((graceMs: number) => Promise<void>) | undefined {
  const stop: unknown = Reflect.get(globalThis, 'handrailStop')
  return typeof stop === 'function' ? (graceMs) => stop(graceMs) : undefined
}

/** The server answers before `instrumentation.ts` has ended: the address is told when runs are carried too. */
async function untilEngineRuns(timeoutMs = 60_000): Promise<void> {
  const until = performance.now() + timeoutMs
  while (!engineStop()) {
    if (performance.now() > until)
      throw new Error('The engine did not start within a minute. What it said stands above.')
    await delay(20)
  }
}

/** Undoes what was done, last first, once: on Ctrl-C, on SIGTERM, and when the process that started us is gone. */
function stopper(undo: (() => Promise<void> | void)[]) {
  let since = 0
  const stop = async (code: number) => {
    // A terminal sends one Ctrl-C to several processes, and each passes it on: only a later one means "at once".
    if (since > 0 && performance.now() - since > 2_000) process.exit(code || 130)
    if (since > 0) return
    since = performance.now()
    if (code === 0) say('Stopping …')
    for (const step of undo.reverse()) {
      try {
        await step()
      } catch (error) {
        process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
        code = 1
      }
    }
    process.exit(code)
  }
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void stop(0))
  process.on('disconnect', () => void stop(0))
  return stop
}

function isLoopback(url: string): boolean {
  return ['localhost', '127.0.0.1', '[::1]'].includes(new URL(url).hostname)
}

await serve()
