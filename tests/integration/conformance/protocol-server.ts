import { createServer, type IncomingMessage } from 'node:http'
import type { DatabaseHandle } from '@/db/client'
import { createEmbeddedRunner, type RunnerEngine } from '@/inngest/embedded/embedded-runner'
import { readAnswer } from '@/inngest/embedded/read-answer'
import type { Sdk } from '@/inngest/embedded/sdk'
import { quickTimes } from '../runner/support/runner-harness'
import { signed } from './sign'

export type Asked = {
  readonly method: string
  readonly path: string
  readonly headers: Headers
  readonly body: unknown
}

/**
 * An Inngest server as far as the protocol goes: the embedded runner's books behind real HTTP. It takes syncs, events,
 * checkpoints and signals on a port of its own, and calls functions at their address, each call signed.
 */
export type ProtocolServer = {
  readonly url: string
  /** Every request that was made to it. */
  readonly asked: readonly Asked[]
  /** Begins to carry runs of the functions at this address. The first sync must have come, or comes by it. */
  serve(app: string): Promise<void>
  stop(): Promise<void>
}

export async function startProtocolServer(
  database: DatabaseHandle,
  { syncs = true }: { readonly syncs?: boolean } = {},
): Promise<ProtocolServer> {
  const quiet = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} }
  const asked: Asked[] = []
  let app = ''
  const runner: RunnerEngine = createEmbeddedRunner({
    database,
    log: quiet,
    times: quickTimes,
    connect: () => overHttp(() => app, syncs),
  })
  const http = createServer(async (request, response) => {
    const text = await bodyOf(request)
    const method = request.method ?? 'GET'
    const path = request.url ?? '/'
    const headers = new Headers(
      Object.entries(request.headers).map(([name, value]): [string, string] => [name, String(value)]),
    )
    asked.push({ method, path, headers, body: text === '' ? undefined : JSON.parse(text) })
    const answer = await runner.fetch(`http://server${path}`, {
      method,
      headers,
      ...(method === 'GET' ? {} : { body: text }),
    })
    response.writeHead(answer.status, { 'content-type': 'application/json' })
    response.end(await answer.text())
  })
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${portOf(http.address())}`,
    asked,
    serve: async (address) => {
      app = address
      // The runner asks for the functions of its client; this one's are at the address.
      await runner.attach(...nobody)
      await runner.start()
    },
    stop: async () => {
      await runner.drain(2_000)
      http.closeAllConnections()
      await new Promise((resolve) => http.close(resolve))
    },
  }
}

const nobody: Parameters<RunnerEngine['attach']> = [
  // Never asked for anything: functions are reached over HTTP.
  Object.create(null),
  [],
]

function overHttp(app: () => string, syncs: boolean): Sdk {
  return {
    register: async () => {
      if (!syncs) return
      const answer = await fetch(app(), { method: 'PUT', ...signed({}) })
      if (!answer.ok) throw new Error(`The sync was refused: ${answer.status} ${await answer.text()}`)
    },
    call: async ({ functionId, step }, content) => {
      const query = new URLSearchParams({ fnId: functionId, stepId: step || 'step' })
      const answer = await fetch(`${app()}?${query}`, { method: 'POST', ...signed(content) })
      return readAnswer({
        status: answer.status,
        headers: Object.fromEntries(answer.headers),
        body: await answer.text(),
      })
    },
  }
}

export async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(Buffer.from(chunk))
  return Buffer.concat(chunks).toString('utf8')
}

export function portOf(address: ReturnType<ReturnType<typeof createServer>['address']>): number {
  if (typeof address !== 'object' || address === null) throw new Error('No port is listened on')
  return address.port
}
