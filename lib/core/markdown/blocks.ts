/** A piece of text in one style. */
export type Span = {
  readonly text: string
  readonly bold?: boolean
  readonly italic?: boolean
  readonly strike?: boolean
  readonly code?: boolean
  readonly link?: string
}

/** A text as a list of blocks: what Markdown and the documents of office suites have in common. */
export type Block =
  | { readonly kind: 'paragraph' | 'code'; readonly spans: readonly Span[] }
  | { readonly kind: 'heading'; readonly level: number; readonly spans: readonly Span[] }
  /** One point of a list; `depth` counts from 0. */
  | {
      readonly kind: 'item'
      readonly ordered: boolean
      readonly depth: number
      readonly spans: readonly Span[]
    }
  | { readonly kind: 'table'; readonly rows: readonly (readonly string[])[] }
