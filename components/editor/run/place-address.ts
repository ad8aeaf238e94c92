/** Where one is inside of loops, and over a run at which of their items. */
export type Place = { readonly inside: readonly string[]; readonly items: readonly number[] }

/** `every.inner` for a draft, `every[3].inner[0]` over a run: as the address says it. Empty at the top. */
export function toPlaceWords({ inside, items }: Place): string {
  return inside
    .map((loop, depth) => (items[depth] === undefined ? loop : `${loop}[${items[depth]}]`))
    .join('.')
}

export function fromPlaceWords(words: string | null): Place {
  const parts = (words ?? '').split('.').flatMap((part) => {
    const [, loop, item] = /^([a-z][a-z0-9_]*)(?:\[(\d+)\])?$/.exec(part) ?? []
    return loop ? [{ loop, item }] : []
  })
  const chosen = parts.findIndex(({ item }) => item === undefined)
  return {
    inside: parts.map(({ loop }) => loop),
    items: parts.slice(0, chosen === -1 ? parts.length : chosen).map(({ item }) => Number(item)),
  }
}
