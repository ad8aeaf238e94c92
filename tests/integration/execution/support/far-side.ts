import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

export type FarRequest = {
  readonly method: string
  readonly path: string
  readonly headers: IncomingMessage['headers']
  readonly body: string
}

export type FarAnswer = (request: FarRequest, response: ServerResponse) => void | Promise<void>

/** A service outside, on loopback: it counts what it was asked, and answers as the test says. */
export type FarSide = {
  readonly url: string
  readonly host: string
  readonly requests: FarRequest[]
  answer: FarAnswer
  close(): Promise<void>
}

export const answerJson =
  (body: unknown, status = 200, headers: Record<string, string> = {}): FarAnswer =>
  (_, response) => {
    response.writeHead(status, { 'content-type': 'application/json', ...headers })
    response.end(JSON.stringify(body))
  }

export async function openFarSide(): Promise<FarSide> {
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk)
    const seen: FarRequest = {
      method: request.method ?? '',
      path: request.url ?? '',
      headers: request.headers,
      body: Buffer.concat(chunks).toString('utf8'),
    }
    far.requests.push(seen)
    await far.answer(seen, response)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  const far: FarSide = {
    url: `http://127.0.0.1:${port}`,
    host: `127.0.0.1:${port}`,
    requests: [],
    answer: answerJson({ fine: true }),
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections()
        server.close(() => resolve())
      }),
  }
  return far
}
