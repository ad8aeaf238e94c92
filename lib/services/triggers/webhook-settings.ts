import 'server-only'
import { randomBytes } from 'node:crypto'
import { z } from 'zod'
import { type Database, database } from '@/db/client'
import { newId } from '@/db/new-id'
import {
  ensureWebhookRow,
  findWebhookRow,
  replaceSecret,
  setListening,
  type TriggerRow,
} from '@/db/queries/triggers/webhook-row'
import { HandrailError } from '@/lib/core/errors'
import type { WorkflowId } from '@/lib/core/ids'
import { env } from '@/lib/env'
import type { Actor } from '@/lib/policy/actor'
import { authorize } from '@/lib/policy/authorize'
import type { WebhookView } from '@/lib/workflow/views/webhook-view'
import { recordAudit } from '../audit/record-audit'
import { notFound } from '../http/not-found'
import { cutSample } from '../runs/cut-sample'
import { workflowIn } from '../workflows/versions'
import { sealSecret } from './webhook-secret'

/** A builder waits for a call at most this long. */
const listenMs = 10 * 60_000

type Which = { readonly workflowId: WorkflowId; readonly node: string }

/** The address of a webhook, whether it has a secret, and the call that was kept as a sample. */
export async function getWebhook(actor: Actor, which: Which): Promise<WebhookView> {
  authorize(actor, 'workflow.read')
  const { db } = database()
  const workflow = await workflowIn(db, actor, which.workflowId)
  const key = { workspaceId: actor.workspaceId, workflowId: workflow.id, nodeId: which.node }
  return toView(await findWebhookRow(db, key))
}

export const listenFields = z.strictObject({ listen: z.boolean() })

/** Waits for a call, to keep it as the sample, or stops waiting. A draft's webhook gets its address by this. */
export async function listenAtWebhook(
  actor: Actor,
  which: Which,
  { listen }: z.infer<typeof listenFields>,
): Promise<WebhookView> {
  authorize(actor, 'workflow.test')
  return database().db.transaction(async (tx) => {
    const row = await webhookOf(tx, actor, which)
    await setListening(tx, { ...row, ms: listen ? listenMs : null })
    return toView(await findWebhookRow(tx, row))
  })
}

export const secretFields = z.strictObject({
  /** Null: none any more. */
  secret: z
    .string()
    .trim()
    .min(16, 'Use at least 16 characters, so that nobody guesses it.')
    .max(500, 'Use at most 500 characters.')
    .nullable(),
})

/** Sets what callers prove themselves with. The secret before stays good for a day; it goes in, and never out. */
export async function setWebhookSecret(
  actor: Actor,
  which: Which,
  { secret }: z.infer<typeof secretFields>,
): Promise<WebhookView> {
  authorize(actor, 'workflow.publish')
  return database().db.transaction(async (tx) => {
    const row = await webhookOf(tx, actor, which)
    await replaceSecret(tx, { ...row, secret: secret === null ? null : sealSecret(secret, row) })
    await recordAudit(tx, actor, {
      action: secret === null ? 'webhook.remove_secret' : 'webhook.set_secret',
      subject: { type: 'workflow', id: which.workflowId },
      detail: { step: which.node },
    })
    return toView(await findWebhookRow(tx, row))
  })
}

async function webhookOf(
  tx: Database,
  actor: Actor,
  { workflowId, node: nodeId }: Which,
): Promise<TriggerRow> {
  const workflow = await workflowIn(tx, actor, workflowId)
  const known = { workspaceId: actor.workspaceId, workflowId: workflow.id, nodeId }
  const isThere = workflow.draft.nodes.some(({ id, type }) => id === nodeId && type === 'trigger.webhook')
  const row = isThere
    ? await ensureWebhookRow(tx, {
        ...known,
        id: newId('trg'),
        kind: 'webhook',
        token: randomBytes(24).toString('base64url'),
        enabled: false,
      })
    : undefined
  if (row?.kind === 'webhook') return row
  if (!isThere) throw notFound('step')
  throw new HandrailError({
    code: 'conflict',
    who: 'user',
    retry: 'no',
    message: 'The live version has another trigger under this name. Publish the draft first.',
  })
}

function toView(row: TriggerRow | undefined): WebhookView {
  const isListening = row?.listeningUntil != null && row.listeningUntil.getTime() > Date.now()
  return {
    address: row?.token ? `${env().HANDRAIL_URL}/hooks/${row.token}` : null,
    hasSecret: row?.secret != null,
    listeningUntil: isListening ? (row.listeningUntil?.toISOString() ?? null) : null,
    sample: row?.sampleAt ? { call: cutSample(row.sample ?? null), at: row.sampleAt.toISOString() } : null,
  }
}
