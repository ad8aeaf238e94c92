import { and, asc, eq, ne } from 'drizzle-orm'
import type { ProviderId, WorkspaceId } from '../../lib/core/ids'
import type { Database } from '../client'
import { modelPrices, modelProviders } from '../schema/connections'

export type ProviderRow = typeof modelProviders.$inferSelect
export type PriceRow = typeof modelPrices.$inferSelect

export async function insertProvider(
  db: Database,
  provider: typeof modelProviders.$inferInsert,
): Promise<void> {
  await db.insert(modelProviders).values(provider)
}

export async function listProviders(
  db: Database,
  { workspaceId }: { workspaceId: WorkspaceId },
): Promise<ProviderRow[]> {
  return db
    .select()
    .from(modelProviders)
    .where(eq(modelProviders.workspaceId, workspaceId))
    .orderBy(asc(modelProviders.createdAt), asc(modelProviders.id))
}

type ProviderKey = { readonly workspaceId: WorkspaceId; readonly providerId: ProviderId }

const isProvider = ({ workspaceId, providerId }: ProviderKey) =>
  and(eq(modelProviders.workspaceId, workspaceId), eq(modelProviders.id, providerId))

export async function findProvider(db: Database, key: ProviderKey): Promise<ProviderRow | undefined> {
  const [row] = await db.select().from(modelProviders).where(isProvider(key))
  return row
}

export async function updateProvider(
  db: Database,
  {
    workspaceId,
    providerId,
    ...changes
  }: ProviderKey &
    Partial<
      Pick<ProviderRow, 'name' | 'baseUrl' | 'api' | 'secret' | 'defaultModel' | 'isDefault' | 'allowPrivate'>
    >,
): Promise<void> {
  await db.update(modelProviders).set(changes).where(isProvider({ workspaceId, providerId }))
}

/** Makes every other provider of the workspace one of the rest. */
export async function clearOtherDefaults(
  db: Database,
  { workspaceId, providerId }: ProviderKey,
): Promise<void> {
  await db
    .update(modelProviders)
    .set({ isDefault: false })
    .where(and(eq(modelProviders.workspaceId, workspaceId), ne(modelProviders.id, providerId)))
}

export async function deleteProvider(db: Database, key: ProviderKey): Promise<void> {
  await db.delete(modelProviders).where(isProvider(key))
}

export async function listPrices(
  db: Database,
  { workspaceId }: { workspaceId: WorkspaceId },
): Promise<PriceRow[]> {
  return db
    .select()
    .from(modelPrices)
    .where(eq(modelPrices.workspaceId, workspaceId))
    .orderBy(asc(modelPrices.model))
}

/** Replaces the prices of a provider. */
export async function replacePrices(
  db: Database,
  {
    workspaceId,
    providerId,
    prices,
  }: ProviderKey & { prices: readonly Pick<PriceRow, 'model' | 'inputPerMillion' | 'outputPerMillion'>[] },
): Promise<void> {
  await db
    .delete(modelPrices)
    .where(and(eq(modelPrices.workspaceId, workspaceId), eq(modelPrices.providerId, providerId)))
  if (prices.length === 0) return
  await db.insert(modelPrices).values(prices.map((price) => ({ ...price, workspaceId, providerId })))
}
