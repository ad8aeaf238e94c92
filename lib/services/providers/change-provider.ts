import 'server-only'
import type { z } from 'zod'
import { type Database, database } from '@/db/client'
import { newId } from '@/db/new-id'
import {
  clearOtherDefaults,
  deleteProvider as deleteRow,
  findProvider,
  insertProvider,
  listProviders,
  replacePrices,
  updateProvider,
} from '@/db/queries/providers'
import { startingPriceOf } from '@/lib/agent/prices'
import { HandrailError } from '@/lib/core/errors'
import type { ProviderId } from '@/lib/core/ids'
import type { Actor } from '@/lib/policy/actor'
import { authorize } from '@/lib/policy/authorize'
import type { ProviderView } from '@/lib/policy/views/workspace-views'
import { recordAudit } from '@/lib/services/audit/record-audit'
import { notFound } from '@/lib/services/http/not-found'
import { seal } from '@/lib/services/secrets/seal'
import { readProvider } from './list-providers'
import type { newProviderFields, providerChanges } from './provider-fields'

/** Adds a place where models are. The first one of a workspace is its default; its model starts with a known price. */
export async function createProvider(
  actor: Actor,
  { apiKey, prices, isDefault, ...fields }: z.infer<typeof newProviderFields>,
): Promise<ProviderView> {
  authorize(actor, 'provider.manage')
  const key = { workspaceId: actor.workspaceId, providerId: newId<ProviderId>('mdl') }
  const known = startingPriceOf(fields.defaultModel)
  return database().db.transaction(async (tx) => {
    const isFirst = (await listProviders(tx, actor)).length === 0
    await insertProvider(tx, {
      ...fields,
      allowPrivate: fields.allowPrivate ?? false,
      id: key.providerId,
      workspaceId: key.workspaceId,
      secret: apiKey === undefined ? null : sealKey(key, apiKey),
      isDefault: isDefault ?? isFirst,
    })
    if (isDefault) await clearOtherDefaults(tx, key)
    await replacePrices(tx, {
      ...key,
      prices: prices ?? (known ? [{ model: fields.defaultModel, ...known }] : []),
    })
    await note(tx, actor, 'provider.create', { id: key.providerId, name: fields.name })
    return readProvider(tx, actor, key.providerId)
  })
}

/** Changes a provider, its key or its prices. A new address never gets the old key. */
export async function changeProvider(
  actor: Actor,
  providerId: ProviderId,
  { apiKey, prices, ...changes }: z.infer<typeof providerChanges>,
): Promise<ProviderView> {
  authorize(actor, 'provider.manage')
  const key = { workspaceId: actor.workspaceId, providerId }
  return database().db.transaction(async (tx) => {
    const before = await findProvider(tx, key)
    if (!before) throw notFound('model provider')
    const moves = changes.baseUrl !== undefined && changes.baseUrl !== before.baseUrl
    if (before.simulated && (moves || apiKey !== undefined || changes.allowPrivate)) {
      throw conflict('The practice model stands where it stands. Add a provider of your own beside it.')
    }
    if (moves && before.secret !== null && apiKey === undefined) {
      throw conflict(
        'To change the address, fill in the key again: it is not sent to a place it was not meant for.',
      )
    }
    await updateProvider(tx, {
      ...key,
      ...defined(changes),
      ...(apiKey === undefined ? {} : { secret: apiKey === null ? null : sealKey(key, apiKey) }),
    })
    if (changes.isDefault) await clearOtherDefaults(tx, key)
    if (prices) await replacePrices(tx, { ...key, prices })
    await note(tx, actor, 'provider.change', { id: providerId, name: changes.name ?? before.name })
    return readProvider(tx, actor, providerId)
  })
}

/** Takes a provider away, with its key and prices. */
export async function deleteProvider(actor: Actor, providerId: ProviderId): Promise<void> {
  authorize(actor, 'provider.manage')
  const key = { workspaceId: actor.workspaceId, providerId }
  await database().db.transaction(async (tx) => {
    const before = await findProvider(tx, key)
    if (!before) throw notFound('model provider')
    await deleteRow(tx, key)
    const [next] = await listProviders(tx, actor)
    if (before.isDefault && next) {
      await updateProvider(tx, { ...key, providerId: next.id, isDefault: true })
    }
    await note(tx, actor, 'provider.delete', { id: providerId, name: before.name })
  })
}

function sealKey(
  { workspaceId, providerId }: { workspaceId: Actor['workspaceId']; providerId: ProviderId },
  apiKey: string,
) {
  return seal(apiKey, { workspaceId, rowId: providerId })
}

function note(tx: Database, actor: Actor, action: string, { id, name }: { id: string; name: string }) {
  return recordAudit(tx, actor, { action, subject: { type: 'provider', id, name } })
}

type Defined<Fields> = { [Key in keyof Fields]?: Exclude<Fields[Key], undefined> }

function defined<Fields extends object>(fields: Fields): Defined<Fields>
function defined(fields: object): object {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined))
}

function conflict(message: string): HandrailError {
  return new HandrailError({ code: 'conflict', who: 'user', retry: 'no', message })
}
