import { createServer, type IncomingMessage } from 'node:http'
import { json } from 'node:stream/consumers'
import { z } from 'zod'
import type { EffectCounter } from './effect-counter'
import type { Faults } from './faults'
import { type ServiceName, serviceNames } from './services/service'

type Levers = { readonly faults: Faults; readonly effects: EffectCounter; state(): unknown }

const ruleSchema = z.strictObject({
  service: z.enum([...serviceNames, 'http']),
  kind: z.enum(['401', '403', '404', '409', '422', '429', '500', 'garbage', 'nothing', 'lost', 'slow']),
  times: z.number().int().min(1).optional(),
  match: z.string().optional(),
  onChanges: z.boolean().optional(),
  retryAfterSeconds: z.number().optional(),
  milliseconds: z.number().optional(),
})

/**
 * The levers of emulators that live in another process. `GET /effects`: counts by key, for each service.
 * `GET /state`: what each service remembers. `POST /faults`: adds one rule. `DELETE /faults`: takes all away.
 * `DELETE /effects`: counts from nought.
 */
export async function serveControl(services: Readonly<Record<ServiceName | 'http', Levers>>) {
  const server = createServer((request, response) => {
    answer(request, services).then(
      (body) => response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(body)),
      (error: unknown) => response.writeHead(400).end(error instanceof Error ? error.message : ''),
    )
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(0, '127.0.0.1', resolve)
  })
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('The control server has no port.')
  return {
    url: `http://127.0.0.1:${address.port}`,
    close: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

async function answer(
  request: IncomingMessage,
  services: Readonly<Record<ServiceName | 'http', Levers>>,
): Promise<unknown> {
  const of = (read: (levers: Levers) => unknown) =>
    Object.fromEntries(Object.entries(services).map(([name, levers]) => [name, read(levers)]))
  switch (`${request.method} ${request.url}`) {
    case 'GET /effects':
      return of(({ effects }) => ({ byKey: effects.counts(), unmarked: effects.unmarked() }))
    case 'GET /state':
      return of((levers) => levers.state())
    case 'POST /faults': {
      const { service, kind, ...rest } = ruleSchema.parse(await json(request))
      services[service].faults.add({ kind, ...defined(rest) })
      return { added: kind }
    }
    case 'DELETE /faults':
      return of(({ faults }) => faults.clear())
    case 'DELETE /effects':
      return of(({ effects }) => effects.clear())
    default:
      throw new Error('There is no such lever.')
  }
}

type Rest = Omit<z.infer<typeof ruleSchema>, 'service' | 'kind'>

function defined({ times, match, onChanges, retryAfterSeconds, milliseconds }: Rest) {
  return {
    ...(times === undefined ? {} : { times }),
    ...(match === undefined ? {} : { match }),
    ...(onChanges === undefined ? {} : { onChanges }),
    ...(retryAfterSeconds === undefined ? {} : { retryAfterSeconds }),
    ...(milliseconds === undefined ? {} : { milliseconds }),
  }
}
