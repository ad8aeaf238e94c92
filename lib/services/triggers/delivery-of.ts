import { canonicalJson } from '@/lib/core/canonical-json'
import type { RunId } from '@/lib/core/ids'
import type { Json } from '@/lib/core/json'
import type { NodeOf } from '@/lib/workflow/document'
import { valueAt } from '@/lib/workflow/value-at'
import { runIdOf } from './run-id-of'

/** Headers by which services name a delivery: the same delivery starts one run, however often it comes. */
const deliveryHeaders = [
  'idempotency-key',
  'x-github-delivery',
  'webhook-id',
  'x-gitlab-event-uuid',
  'x-shopify-webhook-id',
]

/**
 * The run that belongs to a delivery, by what the builder chose or else by the services' own headers. Nothing for a call
 * that carries no such value: it starts a run of its own.
 */
export function deliveryOf(
  triggerId: string,
  key: NodeOf<'trigger.webhook'>['config']['key'],
  { headers, body }: { readonly headers: Headers; readonly body: Json },
): RunId | undefined {
  if (key && 'body' in key) {
    const value = valueAt(body, key.body)
    if (value === undefined || value === null || value === '') return undefined
    return runIdOf(triggerId, `body ${canonicalJson(value)}`)
  }
  const names = key ? [key.header] : deliveryHeaders
  const delivery = names.map((name) => headers.get(name)).find((value) => value)
  return delivery ? runIdOf(triggerId, delivery) : undefined
}
