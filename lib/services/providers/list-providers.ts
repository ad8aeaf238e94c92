import 'server-only'
import { type Database, database } from '@/db/client'
import {
  listPrices,
  listProviders as listRows,
  type PriceRow,
  type ProviderRow,
} from '@/db/queries/providers'
import type { ProviderId } from '@/lib/core/ids'
import type { Actor } from '@/lib/policy/actor'
import { authorize } from '@/lib/policy/authorize'
import type { Page, ProviderView } from '@/lib/policy/views/workspace-views'
import { notFound } from '@/lib/services/http/not-found'

/** The workspace's model providers, with their prices and without their keys. */
export async function listProviders(actor: Actor): Promise<Page<ProviderView>> {
  authorize(actor, 'provider.read')
  return { items: await readProviders(database().db, actor), next: null }
}

export async function readProvider(db: Database, actor: Actor, id: ProviderId): Promise<ProviderView> {
  const found = (await readProviders(db, actor)).find((provider) => provider.id === id)
  if (!found) throw notFound('model provider')
  return found
}

async function readProviders(db: Database, actor: Actor): Promise<ProviderView[]> {
  const rows = await listRows(db, actor)
  const prices = await listPrices(db, actor)
  return rows.map((row) => toView(row, prices))
}

function toView(row: ProviderRow, prices: readonly PriceRow[]): ProviderView {
  return {
    id: row.id,
    name: row.name,
    baseUrl: row.baseUrl,
    api: row.api,
    simulated: row.simulated,
    hasKey: row.secret !== null,
    isDefault: row.isDefault,
    defaultModel: row.defaultModel,
    allowPrivate: row.allowPrivate,
    prices: prices
      .filter((price) => price.providerId === row.id)
      .map(({ model, inputPerMillion, outputPerMillion }) => ({ model, inputPerMillion, outputPerMillion })),
  }
}
