import { database } from '@/db/client'
import { listPrices, listProviders } from '@/db/queries/providers'
import type { ModelPrice } from '@/lib/agent/contract'
import { HandrailError } from '@/lib/core/errors'
import type { WorkspaceId } from '@/lib/core/ids'

export type ChosenModel = {
  readonly provider: string
  readonly model: string
  readonly price: ModelPrice | null
}

/** The model that an agent uses: the one it names, of the provider that offers it, else the workspace's default. */
export async function chooseModel(workspaceId: WorkspaceId, named: string | undefined): Promise<ChosenModel> {
  const { db } = database()
  const [providers, prices] = await Promise.all([
    listProviders(db, { workspaceId }),
    listPrices(db, { workspaceId }),
  ])
  const usual = providers.find((provider) => provider.isDefault) ?? providers[0]
  if (!usual) {
    throw new HandrailError({
      code: 'no_model',
      who: 'user',
      retry: 'no',
      message: 'This workspace has no model. Ask an admin to add a model provider in Settings, Models.',
      field: 'config.model',
    })
  }
  const offering =
    named === undefined
      ? undefined
      : (providers.find((provider) => provider.defaultModel === named) ??
        providers.find(({ id }) => prices.some((price) => price.providerId === id && price.model === named)))
  const provider = offering ?? usual
  const model = named ?? provider.defaultModel
  const price = prices.find((one) => one.providerId === provider.id && one.model === model)
  return {
    provider: provider.id,
    model,
    price: price
      ? { inputPerMillion: price.inputPerMillion, outputPerMillion: price.outputPerMillion }
      : provider.simulated
        ? { inputPerMillion: 0, outputPerMillion: 0 }
        : null,
  }
}
