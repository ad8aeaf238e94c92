import type { ModelPrice, ModelUsage } from './contract'

/** What these tokens cost, in decimal US dollars. */
export function costOf(usage: Pick<ModelUsage, 'tokensIn' | 'tokensOut'>, price: ModelPrice | null): number {
  if (price === null) return 0
  return (usage.tokensIn * price.inputPerMillion + usage.tokensOut * price.outputPerMillion) / 1_000_000
}

/**
 * Prices that a new provider starts with, in US dollars for a million tokens: a first guess to be checked. Vendors change
 * them: a workspace edits its own table under Settings → Models, and that table is what limits are kept by.
 */
const startingPrices: Readonly<Record<string, readonly [input: number, output: number]>> = {
  'practice-model': [0, 0],
  'gpt-5': [1.25, 10],
  'gpt-5-mini': [0.25, 2],
  'gpt-5-nano': [0.05, 0.4],
  'gpt-4.1': [2, 8],
  'gpt-4.1-mini': [0.4, 1.6],
  'gpt-4.1-nano': [0.1, 0.4],
  'gpt-4o': [2.5, 10],
  'gpt-4o-mini': [0.15, 0.6],
  o3: [2, 8],
  'o4-mini': [1.1, 4.4],
}

/** The starting price of a model, also by a dated name (`gpt-4o-2024-11-20`), or `null` when there is none. */
export function startingPriceOf(model: string): ModelPrice | null {
  const undated = model.replace(/-\d{4}-\d{2}-\d{2}$/, '')
  const found = Object.entries(startingPrices).find(([name]) => name === undated)
  if (!found) return null
  const [, [inputPerMillion, outputPerMillion]] = found
  return { inputPerMillion, outputPerMillion }
}
