import 'server-only'
import { database } from '@/db/client'
import { findWebhook } from '@/db/queries/system/find-webhook'
import { keepSample } from '@/db/queries/triggers/webhook-row'
import { durationMs } from '@/lib/core/duration'
import { HandrailError } from '@/lib/core/errors'
import { deadlineIn } from '@/lib/net/deadline'
import type { Answer } from '@/lib/workflow/answer'
import { beginRun } from '../runs/start/begin-run'
import { plannedVersion } from '../runs/start/planned-version'
import { isPractice } from '../runs/start/start-run'
import { awaitAnswer } from './await-answer'
import { callOutput } from './call-output'
import { checkCaller } from './check-caller'
import { deliveryOf } from './delivery-of'
import { readBytes } from './read-webhook-body'
import { secretsOf } from './webhook-secret'

/** A request, as far as a webhook looks at it. */
export type WebhookCall = {
  readonly method: string
  readonly url: string
  readonly headers: Headers
  readonly body: AsyncIterable<Uint8Array> | null
}

/** A trigger that answers with the result waits this long unless it says otherwise. */
const resultWithinMs = 25_000

/**
 * Starts a run for a call of a webhook's address. When this returns, the run is committed: it is not lost. An address
 * that is unknown or switched off is `not_found`. The answer is 202 when the trigger waits for nothing.
 */
export async function receiveWebhook(token: string, request: WebhookCall): Promise<Answer> {
  const found = /^[\w-]{16,100}$/.test(token) ? await findWebhook(database().sql, { token }) : undefined
  if (!found) throw unknownAddress()
  const { id: triggerId, workspaceId, workflowId, versionId, nodeId } = found
  const bytes = await readBytes(request)
  const secrets = secretsOf(found)
  if (found.isListening) {
    const sample = await callOutput(request, bytes, secrets)
    await keepSample(database().db, { workspaceId, triggerId, sample })
    if (!versionId) return { status: 202, headers: {}, body: { sample: true } }
  }
  const planned = versionId ? await plannedVersion({ workspaceId, versionId }) : undefined
  const node = planned?.plan.nodes.get(nodeId)?.node
  if (!versionId || !planned || node?.type !== 'trigger.webhook') throw unknownAddress()
  await checkCaller(found, node, { request, bytes, secrets })
  const input = await callOutput(request, bytes, secrets)
  const id = deliveryOf(triggerId, node.config.key, { headers: request.headers, body: input.body ?? null })
  const begun = await beginRun(
    {
      ...(id ? { id } : {}),
      ...{ workspaceId, workflowId, versionId },
      practice: await isPractice(workspaceId, found, planned.document),
      trigger: nodeId,
      startedVia: 'webhook',
      startedBy: null,
      input,
    },
    planned.plan,
    { isLimited: found.isLimited },
  )
  const { runId } = begun
  const { answer, within } = node.config
  if (answer !== 'result') return { status: 202, headers: {}, body: { id: runId } }
  if (begun.answer) return begun.answer
  const limitMs = within === undefined ? resultWithinMs : (durationMs(within) ?? resultWithinMs)
  const limit = deadlineIn(limitMs)
  try {
    return await awaitAnswer({ workspaceId, runId }, limit.signal)
  } finally {
    limit.clear()
  }
}

function unknownAddress(): HandrailError {
  return new HandrailError({
    code: 'not_found',
    who: 'user',
    retry: 'no',
    message: 'No workflow listens at this address, or it is switched off.',
  })
}
