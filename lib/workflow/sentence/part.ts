/** A piece of the sentence on a card. Chips are all pieces but `text`. */
export type SentencePart =
  | { readonly kind: 'text'; readonly text: string }
  /** A literal that the builder set. */
  | { readonly kind: 'value'; readonly text: string }
  /** A value of an earlier step. `isBroken`: that step is no longer there. */
  | {
      readonly kind: 'reference'
      readonly from: string
      readonly path: readonly (string | number)[]
      readonly text: string
      readonly isBroken: boolean
    }
  /** A place that is not filled yet. */
  | { readonly kind: 'blank'; readonly text: string; readonly field: string }

export const say = (text: string): SentencePart => ({ kind: 'text', text })
export const value = (text: string): SentencePart => ({ kind: 'value', text })
export const blank = (text: string, field: string): SentencePart => ({ kind: 'blank', text, field })

/** `a`, `b` and `c`, or `a`, `b` or `c`. */
export function series(
  items: readonly (readonly SentencePart[])[],
  last: 'and' | 'or',
): readonly SentencePart[] {
  return items.flatMap((item, index) => {
    if (index === 0) return item
    return [say(index === items.length - 1 ? ` ${last} ` : ', '), ...item]
  })
}

/** Neighbouring pieces of text as one, and none that is empty. */
export function joined(parts: readonly SentencePart[]): readonly SentencePart[] {
  const result: SentencePart[] = []
  for (const part of parts) {
    const before = result.at(-1)
    if (part.kind === 'text' && part.text === '') continue
    if (part.kind === 'text' && before?.kind === 'text')
      result[result.length - 1] = say(before.text + part.text)
    else result.push(part)
  }
  return result
}
