import 'server-only'
import { createHash } from 'node:crypto'
import { database } from '@/db/client'
import { findWebhook } from '@/db/queries/system/find-webhook'
import { durationMs } from '@/lib/core/duration'
import { HandrailError } from '@/lib/core/errors'
import { isId, type RunId } from '@/lib/core/ids'
import type { Json } from '@/lib/core/json'
import type { Answer } from '@/lib/workflow/answer'
import { createRun } from '../runs/start/create-run'
import { dispatchRun } from '../runs/start/dispatch-run'
import { isPractice } from '../runs/start/start-run'
import { awaitAnswer } from './await-answer'
import { bodyOf, readBytes } from './read-webhook-body'

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
export async function receiveWebhook(token: string, request: Request): Promise<Answer> {
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
  const { answer, within } = node.config
  if (answer !== 'result') return { status: 202, headers: {}, body: { id: runId } }
  const limitMs = within === undefined ? resultWithinMs : (durationMs(within) ?? resultWithinMs)
  return awaitAnswer({ workspaceId, runId }, AbortSignal.timeout(limitMs))
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
