import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { buffer } from 'node:stream/consumers'
import { setTimeout as delay } from 'node:timers/promises'
import type { EffectCounter } from './effect-counter'
import type { FaultRule, Faults } from './faults'

/** What stands behind a front: an emulated service, with the way in which it says no. */
export type Backend = {
  handle(request: Request): Promise<Response>
  /** The request as the service may see it, or the refusal. */
  authorise(request: Request, body: string): Request | Response
  isChange(request: Request): boolean
  /** The key that an effect left in this request. */
  effectKey(request: {
    readonly body: string
    readonly headers: Headers
    readonly url: string
  }): string | null
  /** A change was carried out. What it returns is waited for before the answer is sent; when it fails, none is. */
  changed(): Promise<void>
}

export type Front = {
  readonly url: string
  /** Ends when no request is under way, those included whose caller no longer waits. */
  idle(): Promise<void>
  close(): Promise<void>
}

/**
 * The door of an emulated service, on loopback: who may enter, which faults strike, and how often each effect was
 * carried out. The emulators themselves let everyone in and never fail.
 */
export async function serveFront(
  backendAt: (url: string) => Promise<Backend>,
  { faults, effects }: { readonly faults: Faults; readonly effects: EffectCounter },
): Promise<Front> {
  let backend: Backend | undefined
  const underWay = new Set<Promise<void>>()
  const server = createServer((incoming, outgoing) => {
    if (!backend) return void outgoing.writeHead(503).end()
    const answering = answer(incoming, outgoing, { backend, faults, effects })
      .catch(() => void outgoing.destroy())
      .finally(() => underWay.delete(answering))
    underWay.add(answering)
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(0, '127.0.0.1', resolve)
  })
  const url = `http://127.0.0.1:${portOf(server.address())}`
  backend = await backendAt(url)
  return {
    url,
    async idle() {
      while (underWay.size > 0) await Promise.all(underWay)
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

type Parts = { readonly backend: Backend; readonly faults: Faults; readonly effects: EffectCounter }

async function answer(incoming: IncomingMessage, outgoing: ServerResponse, parts: Parts): Promise<void> {
  const { backend, faults, effects } = parts
  const bytes = await buffer(incoming)
  const body = bytes.toString('utf8')
  const request = toRequest(incoming, bytes)
  const fault = faults.take({
    line: `${request.method} ${new URL(request.url).pathname}`,
    isChange: backend.isChange(request),
  })
  if (fault?.kind === 'slow') await delay(fault.milliseconds ?? 1_000)
  if (fault?.kind === 'nothing') return void outgoing.destroy()
  const faulty = fault ? faultyAnswer(fault) : null
  if (faulty) return send(outgoing, faulty)

  const authorised = backend.authorise(request, body)
  if (authorised instanceof Response) return send(outgoing, authorised)
  const response = await backend.handle(authorised)
  const isReplay = response.headers.has('x-replayed')
  if (response.ok && !isReplay && backend.isChange(request) && (await isSuccess(response))) {
    effects.note(keyIn(request, body, backend))
    await backend.changed()
  }
  if (fault?.kind === 'lost') return void outgoing.destroy()
  return send(outgoing, response)
}

/** Whatever the service, a key in the header that is made for it counts. */
function keyIn({ headers, url }: Request, body: string, backend: Backend): string | null {
  return headers.get('idempotency-key') ?? backend.effectKey({ body, headers, url })
}

/** Slack says no with status 200. */
async function isSuccess(response: Response): Promise<boolean> {
  const text = await response.clone().text()
  return !text.startsWith('{"ok":false')
}

function toRequest(incoming: IncomingMessage, body: Buffer): Request {
  const headers = new Headers()
  for (const [name, value] of Object.entries(incoming.headers)) {
    for (const each of Array.isArray(value) ? value : [value ?? '']) headers.append(name, each)
  }
  const { method = 'GET', url = '/' } = incoming
  const hasBody = method !== 'GET' && method !== 'HEAD' && body.length > 0
  return new Request(new URL(url, `http://${incoming.headers.host ?? '127.0.0.1'}`), {
    method,
    headers,
    ...(hasBody ? { body: new Uint8Array(body) } : {}),
  })
}

async function send(outgoing: ServerResponse, response: Response): Promise<void> {
  const headers = Object.fromEntries([...response.headers].filter(([name]) => name !== 'content-length'))
  outgoing.writeHead(response.status, headers)
  outgoing.end(Buffer.from(await response.arrayBuffer()))
}

const statusFaults: Readonly<Record<string, string>> = {
  401: 'Bad credentials',
  403: 'Resource not accessible by personal access token',
  404: 'Not Found',
  409: 'Conflict',
  422: 'Validation Failed',
  429: 'Too many requests',
  500: 'Server Error',
}

function faultyAnswer({ kind, retryAfterSeconds }: FaultRule): Response | null {
  const message = statusFaults[kind]
  if (message) {
    const headers = new Headers()
    if (kind === '429') headers.set('retry-after', String(retryAfterSeconds ?? 7))
    const errors = kind === '422' ? { errors: [{ resource: 'Issue', field: 'title', code: 'invalid' }] } : {}
    return Response.json({ message, ...errors }, { status: Number(kind), headers })
  }
  if (kind !== 'garbage') return null
  return new Response('<<< \u0007 not {"json', { headers: { 'content-type': 'application/json' } })
}

function portOf(address: AddressInfo | string | null): number {
  if (typeof address === 'object' && address) return address.port
  throw new Error('The server has no port.')
}
