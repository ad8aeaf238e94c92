import 'server-only'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { answerWebhook } from './answer-webhook'
import { securityHeaders } from './security-headers'

const address = /^\/hooks\/([^/?]+)(?:\?|$)/

/**
 * Answers a call of a webhook's address on the server itself. Returns false for every other request. Pages and the API
 * go through Next.js, whose way of a request costs more than such a call's whole run.
 */
export function serveWebhook(request: IncomingMessage, response: ServerResponse): boolean {
  const token = request.method === 'POST' ? address.exec(request.url ?? '')?.[1] : undefined
  if (token === undefined) return false
  // Whoever has hung up is told nothing.
  answer(token, request, response).catch(() => response.destroy())
  return true
}

async function answer(token: string, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const headers = new Headers()
  for (const [name, value] of Object.entries(request.headers)) {
    if (value !== undefined) headers.set(name, Array.isArray(value) ? value.join(', ') : value)
  }
  const {
    status,
    headers: own,
    body,
  } = await answerWebhook(token, {
    method: 'POST',
    url: `http://localhost${request.url ?? ''}`,
    headers,
    body: request,
  })
  // What was not read, as of a call that is too large, would be taken for the next request.
  if (!request.complete) response.shouldKeepAlive = false
  response.writeHead(status, {
    ...securityHeaders(),
    ...own,
    ...(body === null ? {} : { 'content-length': Buffer.byteLength(body) }),
  })
  response.end(body ?? undefined)
}
