import 'server-only'
import { createHash } from 'node:crypto'
import { database } from '@/db/client'
import { findWebhook } from '@/db/queries/system/find-webhook'
import { durationMs } from '@/lib/core/duration'
import { HandrailError } from '@/lib/core/errors'
import { isId, type RunId } from '@/lib/core/ids'
import type { Json } from '@/lib/core/json'
import type { Answer } from '@/lib/workflow/answer'
import { beginRun } from '../runs/start/begin-run'
import { plannedVersion } from '../runs/start/planned-version'
import { isPractice } from '../runs/start/start-run'
import { awaitAnswer } from './await-answer'
import { bodyOf, readBytes } from './read-webhook-body'

/** A request, as far as a webhook looks at it. */
export type WebhookCall = {
  readonly method: string
  readonly url: string
  readonly headers: Headers
  readonly body: AsyncIterable<Uint8Array> | null
}

/** A trigger that answers with the result waits this long unless it says otherwise. */
const resultWithinMs = 25_000

/** Headers that prove who calls are not for the workflow's data. */
const secretHeaders: ReadonlySet<string> = new Set([
  'authorization',
  'cookie',
  'proxy-authorization',
  'x-api-key',
])

/** Headers by which services name a delivery: the same delivery starts one run, however often it comes. */
const deliveryHeaders = [
  'idempotency-key',
  'x-github-delivery',
  'webhook-id',
  'x-gitlab-event-uuid',
  'x-shopify-webhook-id',
]

/**
 * Starts a run for a call of a webhook's address. When this returns, the run is committed: it is not lost. An address
 * that is unknown or switched off is `not_found`. The answer is 202 when the trigger waits for nothing.
 */
export async function receiveWebhook(token: string, request: WebhookCall): Promise<Answer> {
  const found = /^[\w-]{16,100}$/.test(token) ? await findWebhook(database().sql, { token }) : undefined
  if (!found) throw unknownAddress()
  const { workspaceId, workflowId, versionId, nodeId } = found
  const planned = await plannedVersion({ workspaceId, versionId })
  const node = planned?.plan.nodes.get(nodeId)?.node
  if (!planned || node?.type !== 'trigger.webhook') throw unknownAddress()
  const bytes = await readBytes(request)
  const id = runIdOf(found.id, request.headers)
  const begun = await beginRun(
    {
      ...(id ? { id } : {}),
      ...{ workspaceId, workflowId, versionId },
      practice: await isPractice(workspaceId, found, planned.document),
      trigger: nodeId,
      startedVia: 'webhook',
      startedBy: null,
      input: outputOf(request, bytes),
    },
    planned.plan,
  )
  const { runId } = begun
  const { answer, within } = node.config
  if (answer !== 'result') return { status: 202, headers: {}, body: { id: runId } }
  if (begun.answer) return begun.answer
  const limitMs = within === undefined ? resultWithinMs : (durationMs(within) ?? resultWithinMs)
  return awaitAnswer({ workspaceId, runId }, AbortSignal.timeout(limitMs))
}

function outputOf(request: WebhookCall, bytes: Buffer): Json {
  return {
    method: request.method,
    headers: Object.fromEntries([...request.headers].filter(([name]) => !secretHeaders.has(name))),
    query: Object.fromEntries(new URL(request.url).searchParams),
    body: bodyOf(bytes, request.headers.get('content-type') ?? ''),
  }
}

/** The run that belongs to a named delivery. */
function runIdOf(triggerId: string, headers: Headers): RunId | undefined {
  const delivery = deliveryHeaders.map((name) => headers.get(name)).find((value) => value)
  if (!delivery) return undefined
  const digest = createHash('sha256').update(`${triggerId}\n${delivery}`).digest('hex')
  const id = `run_${digest.slice(0, 32)}`
  return isId<RunId>('run', id) ? id : undefined
}

function unknownAddress(): HandrailError {
  return new HandrailError({
    code: 'not_found',
    who: 'user',
    retry: 'no',
    message: 'No workflow listens at this address, or it is switched off.',
  })
}
