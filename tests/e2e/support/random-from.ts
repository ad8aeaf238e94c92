/** Chance that can be repeated: the same seed picks the same things. */
export function randomFrom(seed: number) {
  let state = seed >>> 0
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
  const from = (least: number, most: number) => least + Math.floor(next() * (most - least + 1))
  const some = <Item>(items: readonly Item[], count: number): Item[] => {
    const rest = [...items]
    return Array.from({ length: count }, () => rest.splice(from(0, rest.length - 1), 1)).flat()
  }
  const one = <Item>(items: readonly [Item, ...Item[]]): Item => some(items, 1)[0] ?? items[0]
  const slug = () => Array.from({ length: 8 }, () => String.fromCharCode(97 + from(0, 25))).join('')
  return { from, some, one, slug }
}
