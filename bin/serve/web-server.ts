import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import next from 'next'

export type WebServer = { close(graceMs: number): Promise<void> }

/**
 * Serves the application from this very process: one process to watch, to stop and to kill. Its start runs
 * `instrumentation.ts`, which starts the engine.
 */
export async function startWebServer(options: {
  readonly root: string
  readonly dev: boolean
  readonly host: string
  readonly port: number
}): Promise<WebServer> {
  const server = createServer()
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
    if (options.dev || !answerHere()?.(request, response)) void handle(request, response)
  })
  server.on('upgrade', (request, socket, head) => void upgrade(request, socket, head))
  await listen(server, options.port, options.host)
  return {
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

function listen(server: Server, port: number, host: string): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen({ port, host }, () => resolve())
  })
}
