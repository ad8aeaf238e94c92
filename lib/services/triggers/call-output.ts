import type { JsonObject } from '@/lib/core/json'
import { bodyOf } from './read-webhook-body'
import type { WebhookCall } from './receive-webhook'

/** Headers that prove who calls are not for the workflow's data. */
const secretHeaders: ReadonlySet<string> = new Set([
  'authorization',
  'cookie',
  'proxy-authorization',
  'x-api-key',
])

/** What a webhook gives to its workflow: the call, without the headers that prove who made it. */
export async function callOutput(
  request: WebhookCall,
  bytes: Buffer,
  secrets: readonly string[],
): Promise<JsonObject> {
  const shown = [...request.headers].filter(
    ([name, value]) => !secretHeaders.has(name) && !secrets.includes(value),
  )
  return {
    method: request.method,
    headers: Object.fromEntries(shown),
    query: Object.fromEntries(new URL(request.url).searchParams),
    body: await bodyOf(bytes, request.headers.get('content-type') ?? ''),
  }
}
