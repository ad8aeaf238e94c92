import { appendFileSync } from 'node:fs'
import { Inngest } from 'inngest'
import { connect } from '@/db/client'
import { createEmbeddedRunner } from '@/inngest/embedded/embedded-runner'
import { longWork } from './long-work'

/**
 * A runner in a process of its own, to be killed or frozen. Arguments: the database, a file to note steps in, the
 * lease in milliseconds. It prints `ready` when it takes work and drains on SIGTERM.
 */
const [url = '', notes = '', leaseMs = '30000'] = process.argv.slice(2)
const quiet = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} }
const database = connect(url, { max: 6 })
const runner = createEmbeddedRunner({
  database,
  log: quiet,
  times: {
    leaseMs: Number(leaseMs),
    heartbeatMs: Number(leaseMs) / 3,
    reapMs: 200,
    graceMs: 500,
    backoff: () => 50,
  },
})
const client = new Inngest({
  id: 'test',
  isDev: true,
  baseUrl: 'http://embedded.local',
  fetch: runner.fetch,
  checkpointing: { bufferedSteps: 1, maxRuntime: 0 },
  logger: quiet,
})
await runner.attach(
  client,
  longWork(client, (note) => appendFileSync(notes, `${process.pid} ${note}\n`)),
)
await runner.start()
process.stdout.write('ready\n')
process.on('SIGTERM', async () => {
  await runner.drain(3000)
  await database.close()
  process.exit(0)
})
