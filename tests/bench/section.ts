import type { Product } from './product'

/** One part of the bench: it measures on a product that runs, and prints its tables. */
export type Section = {
  readonly title: string
  /** Its product is looked into while it works, which slows it: no figure of it is one of speed. */
  readonly isProfiled?: boolean
  run(product: Product, options: { readonly isFull: boolean }): Promise<void>
}
