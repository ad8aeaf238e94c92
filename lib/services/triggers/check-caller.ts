import 'server-only'
import { database } from '@/db/client'
import type { Webhook } from '@/db/queries/system/find-webhook'
import { countWebhookCall } from '@/db/queries/triggers/count-webhook-call'
import { HandrailError } from '@/lib/core/errors'
import type { NodeOf } from '@/lib/workflow/document'
import { takeFromRateLimit } from '../http/rate-limit'
import { isProven } from './is-proven'
import { bodyKindOf } from './read-webhook-body'
import type { WebhookCall } from './receive-webhook'

/** Without a limit of the builder's, an address takes this many calls in a minute in each process: it guards the process. */
const guard = 60_000

/** Refuses a call that the trigger's rules do not let in, before anything of it is stored or read as data. */
export async function checkCaller(
  webhook: Webhook,
  { config }: NodeOf<'trigger.webhook'>,
  call: { readonly request: WebhookCall; readonly bytes: Buffer; readonly secrets: readonly string[] },
): Promise<void> {
  const { request, bytes, secrets } = call
  const methods: readonly string[] = config.methods ?? ['POST']
  if (!methods.includes(request.method)) {
    throw refused('wrong_method', `This address takes ${methods.join(', ')}. Call it in that way.`)
  }
  const kind = bodyKindOf(request.headers.get('content-type') ?? '')
  if (config.accepts && bytes.length > 0 && !config.accepts.includes(kind)) {
    throw refused('wrong_kind', `This address takes ${config.accepts.join(', ')}. Send the body in that way.`)
  }
  const { proof } = config
  if (proof && !isProven(proof, { headers: request.headers, body: bytes, nowMs: webhook.nowMs }, secrets)) {
    throw refused(
      'not_proven',
      proof.by === 'header'
        ? `The header ${proof.header} does not hold the secret of this address. Set it on both sides.`
        : 'The signature of this call does not fit its body. Check that the same secret is set on both sides.',
    )
  }
  await takePlace(webhook, config.rate)
}

async function takePlace({ workspaceId, id }: Webhook, rate: number | undefined): Promise<void> {
  if (rate === undefined) {
    const { exceeded, resetSeconds } = takeFromRateLimit(`webhook ${id}`, { limit: guard })
    if (exceeded) throw tooMany(guard, resetSeconds * 1_000)
    return
  }
  const { calls, freeInMs } = await countWebhookCall(database().db, { workspaceId, triggerId: id })
  if (calls > rate) throw tooMany(rate, freeInMs)
}

function tooMany(limit: number, retryAfterMs: number): HandrailError {
  return new HandrailError({
    code: 'rate_limited',
    who: 'user',
    retry: 'after',
    retryAfterMs: Math.max(retryAfterMs, 1_000),
    message: `This address takes ${limit} calls in a minute. Call it again after the time that Retry-After says.`,
  })
}

function refused(code: 'wrong_method' | 'wrong_kind' | 'not_proven', message: string): HandrailError {
  return new HandrailError({ code, who: 'user', retry: 'no', message })
}
