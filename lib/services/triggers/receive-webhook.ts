import 'server-only'
import { createHash } from 'node:crypto'
import { database } from '@/db/client'
import { findWebhook } from '@/db/queries/system/find-webhook'
import { HandrailError } from '@/lib/core/errors'
import { isId, type RunId } from '@/lib/core/ids'
import type { Json } from '@/lib/core/json'
import { createRun } from '../runs/start/create-run'
import { dispatchRun } from '../runs/start/dispatch-run'
import { isPractice } from '../runs/start/start-run'
import { runOutcome } from '../runs/watch/run-outcome'
import { bodyOf, readBytes } from './read-webhook-body'

/** What the caller is answered: 202 when the run is stored, 200 or 500 with its result when the trigger waits for it. */
export type WebhookAnswer = { readonly status: 200 | 202 | 500; readonly body: Json }

/** A trigger that answers with the result waits this long; then it answers that the run goes on. */
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
 * that is unknown or switched off is `not_found`.
 */
export async function receiveWebhook(token: string, request: Request): Promise<WebhookAnswer> {
  const found = /^[\w-]{16,100}$/.test(token) ? await findWebhook(database().db, { token }) : undefined
  if (!found) throw unknownAddress()
  const { trigger, versionId, document } = found
  const node = document.nodes.find(({ id }) => id === trigger.nodeId)
  if (node?.type !== 'trigger.webhook') throw unknownAddress()
  const bytes = await readBytes(request)
  const { workspaceId, workflowId, nodeId } = trigger
  const id = runIdOf(trigger.id, request.headers)
  const created = await createRun({
    ...(id ? { id } : {}),
    ...{ workspaceId, workflowId, versionId },
    practice: await isPractice(workspaceId, found, document),
    trigger: nodeId,
    startedVia: 'webhook',
    startedBy: null,
    input: outputOf(request, bytes),
  })
  const runId = created ?? id
  if (!runId) throw unknownAddress()
  if (created) await dispatchRun({ workspaceId, runId, versionId })
  if (node.config.answer !== 'result') return { status: 202, body: { id: runId } }
  const outcome = await runOutcome({ workspaceId, runId }, AbortSignal.timeout(resultWithinMs))
  if (outcome.status === 'succeeded') return { status: 200, body: outcome.output }
  if (outcome.status === null) return { status: 202, body: { id: runId } }
  return { status: 500, body: { id: runId, status: outcome.status, message: outcome.message } }
}

function outputOf(request: Request, bytes: Buffer): Json {
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
