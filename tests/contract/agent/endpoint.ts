import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'

export type Answer = (
  body: Record<string, unknown>,
  response: ServerResponse,
  request: IncomingMessage,
) => void

export type Endpoint = { readonly url: string; close(): Promise<void> }

/** A server on loopback that answers as the test says. */
export async function openEndpoint(answer: Answer): Promise<Endpoint> {
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk)
    answer(JSON.parse(Buffer.concat(chunks).toString() || '{}'), response, request)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('no port')
  return {
    url: `http://127.0.0.1:${address.port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

export function json(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json' })
  response.end(JSON.stringify(body))
}
