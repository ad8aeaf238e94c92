import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { must, type World } from './world'

export type Seen = { readonly path: string; readonly at: number }

/** A service of the test's own, with a connection to it: it answers as the test says, and notes when it was asked. */
export type OwnService = {
  readonly url: string
  readonly connection: string
  readonly seen: readonly Seen[]
  answer: (request: IncomingMessage, response: ServerResponse) => void
  close(): void
}

export async function openService(world: World, name: string): Promise<OwnService> {
  const seen: Seen[] = []
  const server = createServer((request, response) => {
    seen.push({ path: request.url ?? '', at: performance.now() })
    service.answer(request, response)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  if (typeof address !== 'object' || !address) throw new Error('No port is listened on.')
  const host = `127.0.0.1:${address.port}`
  const { id }: { id: string } = must(
    await world.api.post('/connections', {
      ...{ connector: 'http', name, values: { token: 'own', hosts: host }, allowPrivate: true },
    }),
  )
  const service = {
    url: `http://${host}`,
    connection: id,
    seen,
    answer: (_: IncomingMessage, response: ServerResponse) => void response.end('{}'),
    close: () => {
      server.closeAllConnections()
      server.close()
    },
  }
  return service
}

/** A workflow that reads one address of the service, and ends. */
export function oneRead(
  { url, connection }: OwnService,
  path: string,
  settings: Readonly<Record<string, unknown>>,
) {
  return {
    schema: 1,
    nodes: [
      {
        id: 'start',
        type: 'trigger.form',
        config: { fields: [{ key: 'n', type: 'number', required: true }] },
      },
      {
        id: 'read',
        type: 'action',
        action: 'http.request.get',
        connection,
        input: { url: { text: `${url}${path}/{{ start.n }}` } },
        settings,
      },
    ],
    edges: [{ from: 'start', exit: 'out', to: 'read' }],
  }
}
