import 'server-only'
import type { Database } from '@/db/client'
import { listPrices, listProviders } from '@/db/queries/providers'
import type { ModelPrice } from '@/lib/agent/contract'
import { startingPriceOf } from '@/lib/agent/prices'
import { HandrailError } from '@/lib/core/errors'
import type { ProviderId, WorkspaceId } from '@/lib/core/ids'
import { hasOperatorProvider } from './operator-provider'

export type ChosenModel = {
  /** `null`: the one that the operator named in the environment. */
  readonly provider: ProviderId | null
  readonly model: string
  /** Decimal US dollars for a million tokens; `null` where nobody has said. */
  readonly price: ModelPrice | null
}

const usualModel = 'gpt-5-mini'

/**
 * The model that an agent works with: the provider that knows the named model, else the workspace's default provider,
 * else the one that the operator named in the environment. Throws `no_model` where there is none.
 */
export async function chooseModel(
  db: Database,
  { workspaceId, model }: { readonly workspaceId: WorkspaceId; readonly model?: string | undefined },
): Promise<ChosenModel> {
  const [providers, prices] = await Promise.all([
    listProviders(db, { workspaceId }),
    listPrices(db, { workspaceId }),
  ])
  const priceAt = (provider: ProviderId, name: string) =>
    prices.find((price) => price.providerId === provider && price.model === name)
  const named =
    model === undefined
      ? undefined
      : (providers.find(({ defaultModel }) => defaultModel === model) ??
        providers.find(({ id }) => priceAt(id, model)))
  const chosen = named ?? providers.find((provider) => provider.isDefault) ?? providers[0]
  if (!chosen) return ofOperator(model)
  const name = model ?? chosen.defaultModel
  const listed = priceAt(chosen.id, name)
  const { inputPerMillion, outputPerMillion } = listed ?? {}
  return {
    provider: chosen.id,
    model: name,
    price:
      inputPerMillion === undefined || outputPerMillion === undefined
        ? startingPriceOf(name)
        : { inputPerMillion, outputPerMillion },
  }
}

function ofOperator(model = usualModel): ChosenModel {
  if (hasOperatorProvider()) return { provider: null, model, price: startingPriceOf(model) }
  throw new HandrailError({
    code: 'no_model',
    who: 'user',
    retry: 'no',
    message:
      'This workspace has no model yet. An admin adds one under Settings → Models; then run this again.',
    field: 'config.model',
  })
}
