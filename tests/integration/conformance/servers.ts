import { createServer } from 'node:http'
import { Inngest } from 'inngest'
import { serve } from 'inngest/node'
import { testDatabase } from '../../support/database'
import { startHarness } from '../runner/support/runner-harness'
import { conformanceFunctions, type Journal } from './functions'
import { portOf, startProtocolServer } from './protocol-server'
import { signingKey } from './sign'

/** A server of the protocol with the conformance functions registered, and the client that speaks to it. */
export type Server = { readonly client: Inngest; stop(): Promise<void> }

export type ServerKind = { readonly name: string; start(journal: Journal): Promise<Server> }

const quiet = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} }

const embedded: ServerKind = {
  name: 'the embedded runner, in this process',
  start: async (journal) => {
    const database = await testDatabase()
    const harness = await startHarness(database, (client) => conformanceFunctions(client, journal))
    return {
      client: harness.client,
      stop: async () => {
        await harness.stop()
        await database.close()
      },
    }
  },
}

const overHttp: ServerKind = {
  name: 'the runner’s books behind HTTP, every call signed',
  start: async (journal) => {
    const database = await testDatabase()
    const server = await startProtocolServer(database)
    const client = new Inngest({
      id: 'conformance',
      isDev: false,
      baseUrl: server.url,
      eventKey: 'key',
      signingKey,
      logger: quiet,
    })
    const app = await startApp(client, journal)
    await server.serve(app.address)
    return {
      client,
      stop: async () => {
        await server.stop()
        await app.stop()
        await database.close()
      },
    }
  },
}

/**
 * A real Inngest server, when `INNGEST_CONFORMANCE_URL` names one. It must reach this machine at
 * `INNGEST_CONFORMANCE_HOST` (127.0.0.1). A development server needs no keys; another one's are given as
 * `INNGEST_CONFORMANCE_EVENT_KEY` and `INNGEST_CONFORMANCE_SIGNING_KEY`.
 */
const real: ServerKind = {
  name: `the Inngest server at ${process.env.INNGEST_CONFORMANCE_URL}`,
  start: async (journal) => {
    const { INNGEST_CONFORMANCE_EVENT_KEY: eventKey, INNGEST_CONFORMANCE_SIGNING_KEY: key } = process.env
    const client = new Inngest({
      id: 'conformance',
      isDev: !key,
      baseUrl: process.env.INNGEST_CONFORMANCE_URL ?? '',
      ...(eventKey ? { eventKey } : {}),
      ...(key ? { signingKey: key } : {}),
      logger: quiet,
    })
    const app = await startApp(client, journal, process.env.INNGEST_CONFORMANCE_HOST)
    const answer = await fetch(app.address, { method: 'PUT' })
    if (!answer.ok) throw new Error(`The server did not take the functions: ${await answer.text()}`)
    return { client, stop: app.stop }
  },
}

export const servers: readonly ServerKind[] = process.env.INNGEST_CONFORMANCE_URL
  ? [embedded, overHttp, real]
  : [embedded, overHttp]

async function startApp(client: Inngest, journal: Journal, host = '127.0.0.1') {
  const http = createServer()
  await new Promise<void>((resolve) =>
    http.listen(0, host === '127.0.0.1' ? '127.0.0.1' : '0.0.0.0', resolve),
  )
  const origin = `http://${host}:${portOf(http.address())}`
  http.on(
    'request',
    serve({
      client,
      functions: [...conformanceFunctions(client, journal)],
      serveOrigin: origin,
      servePath: '/api/inngest',
    }),
  )
  return {
    address: `${origin}/api/inngest`,
    stop: async () => {
      http.closeAllConnections()
      await new Promise((resolve) => http.close(resolve))
    },
  }
}
