import type { Json } from '@/lib/core/json'
import { ApiError } from './api-error'
import { toProblem } from './to-problem'

export type ApiCall = {
  /** Below `/api/v1`, with a leading slash and its query. */
  readonly path: string
  readonly method?: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  readonly body?: unknown
  /** The slug of the workspace; null for calls that belong to none. */
  readonly workspace: string | null
  readonly signal?: AbortSignal
  /** The same key makes a repeated POST be answered as the first one was. */
  readonly idempotencyKey?: string
}

function send(call: ApiCall, accept: string): Promise<Response> {
  const headers = new Headers({ accept })
  if (call.workspace) headers.set('Handrail-Workspace', call.workspace)
  if (call.body !== undefined) headers.set('content-type', 'application/json')
  if (call.idempotencyKey) headers.set('Idempotency-Key', call.idempotencyKey)
  // An unsafe method without a body still says that it speaks JSON: the server refuses forms.
  if (call.method && call.method !== 'GET') headers.set('content-type', 'application/json')
  return fetch(`/api/v1${call.path}`, {
    method: call.method ?? 'GET',
    headers,
    credentials: 'same-origin',
    ...(call.body === undefined ? {} : { body: JSON.stringify(call.body) }),
    ...(call.signal ? { signal: call.signal } : {}),
  })
}

async function answered(call: ApiCall, accept: string): Promise<Response> {
  let response: Response
  try {
    response = await send(call, accept)
  } catch (cause) {
    if (cause instanceof DOMException && cause.name === 'AbortError') throw cause
    throw new ApiError({
      status: 0,
      code: 'unreachable',
      message: 'Handrail does not answer. Check your connection, then try again.',
    })
  }
  if (response.ok) return response
  throw new ApiError(toProblem(response.status, await response.text()))
}

/**
 * One call of `/api/v1`. `Answer` is the view that the route promises (lib/workflow/views, lib/policy/views); an
 * answer without content gives null. Whatever goes wrong is thrown as an `ApiError` with words for people.
 */
export async function callApi<Answer>(call: ApiCall): Promise<Answer> {
  const response = await answered(call, 'application/json')
  return JSON.parse((await response.text()) || 'null')
}

export type ServerEvent = { readonly name: string; readonly data: Json }

/** Reads a stream of server-sent events until it ends or `signal` aborts. Carries the workspace, which EventSource cannot. */
export async function readEvents(call: ApiCall, onEvent: (event: ServerEvent) => void): Promise<void> {
  const response = await answered(call, 'text/event-stream')
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader()
  if (!reader) return
  let rest = ''
  for (;;) {
    const { done, value } = await reader.read()
    if (done) return
    const blocks = (rest + value.replaceAll('\r\n', '\n')).split('\n\n')
    rest = blocks.pop() ?? ''
    for (const block of blocks) {
      const event = parseEvent(block)
      if (event) onEvent(event)
    }
  }
}

function parseEvent(block: string): ServerEvent | null {
  let name = 'message'
  const data: string[] = []
  for (const line of block.split('\n')) {
    if (line.startsWith('event:')) name = line.slice(6).trim()
    if (line.startsWith('data:')) data.push(line.slice(5).trimStart())
  }
  if (data.length === 0) return null
  try {
    return { name, data: JSON.parse(data.join('\n')) }
  } catch {
    return { name, data: data.join('\n') }
  }
}
