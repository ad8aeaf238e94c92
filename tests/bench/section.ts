import type { Product } from './product'

/** One part of the bench: it measures on a product that runs, and prints its tables. */
export type Section = {
  readonly title: string
  run(product: Product, options: { readonly isFull: boolean }): Promise<void>
}
