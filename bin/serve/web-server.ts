import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { Socket } from 'node:net'
import { openFilesHere, roomIn } from '../../lib/services/health/open-files.ts'
import { beginWaiting } from '../../lib/services/health/waiting-people.ts'

export type WebServer = {
  listen(): Promise<void>
  close(graceMs: number): Promise<void>
}

/**
 * Serves the application from this very process: one process to watch, to stop and to kill. Making it ready runs
 * `instrumentation.ts`, which starts the engine as soon as the database is open.
 */
export async function prepareWebServer(options: {
  readonly root: string
  readonly dev: boolean
  readonly host: string
  readonly port: number
}): Promise<WebServer> {
  // Loaded here and not above: PostgreSQL starts beside it.
  const { default: next } = await import('next')
  const server = createServer()
  keepRoom(server, roomIn(openFilesHere()).connections)
  const app = next({
    dev: options.dev,
    dir: options.root,
    hostname: 'localhost',
    port: options.port,
    httpServer: server,
  })
  await app.prepare()
  const handle = app.getRequestHandler()
  const upgrade = app.getUpgradeHandler()
  server.on('request', (request, response) => {
    if (!options.dev && answerHere()?.(request, response)) return
    response.once('close', beginWaiting())
    void handle(request, response)
  })
  server.on('upgrade', (request, socket, head) => void upgrade(request, socket, head))
  return {
    listen: () => listen(server, options.port, options.host),
    close: (graceMs) =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeIdleConnections()
        // Event streams are ended by the application; this is for requests that take too long.
        setTimeout(() => server.closeAllConnections(), graceMs).unref()
      }),
  }
}

/** What `instrumentation.ts` leaves for requests that need nothing of Next.js: it tells whether it took one. */
function answerHere(): ((request: IncomingMessage, response: ServerResponse) => boolean) | undefined {
  const answer: unknown = Reflect.get(globalThis, 'handrailAnswer')
  return typeof answer === 'function' ? (request, response) => answer(request, response) === true : undefined
}

/** Turns callers away who would take the last connections that this process may have: its runs need them. */
function keepRoom(server: Server, room: number): void {
  const connected = new Set<Socket>()
  server.on('connection', (socket) => {
    connected.add(socket)
    socket.once('close', () => connected.delete(socket))
    if (connected.size <= room) return
    // Whoever keeps a connection for a next request gives way to one that is here.
    server.closeIdleConnections()
    if ([...connected].filter(({ destroyed }) => !destroyed).length <= room) return
    socket.on('error', () => {})
    socket.write(noRoom)
    socket.destroySoon()
  })
}

/** The same that a request without room for it is answered with inside. */
const noRoom = (() => {
  const problem = JSON.stringify({
    type: 'urn:handrail:problem:unavailable',
    title: 'Not available now',
    status: 503,
    detail: 'So many are connected here that there is no room for another. Try again in a few seconds.',
    code: 'unavailable',
  })
  const head = [
    'HTTP/1.1 503 Service Unavailable',
    'content-type: application/problem+json',
    `content-length: ${Buffer.byteLength(problem)}`,
    'retry-after: 5',
    'connection: close',
  ]
  return `${head.join('\r\n')}\r\n\r\n${problem}`
})()

function listen(server: Server, port: number, host: string): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen({ port, host }, () => resolve())
  })
}
