/** Asked for so often, a statement is worth keeping: the driver asks the server about any other before each use. */
const often = 5

/** Each connection keeps its own copy of a kept statement, which takes memory of the database's. */
const mostKept = 150
const mostCounted = 1_000
const longestText = 8_000

/**
 * A client whose `unsafe` keeps prepared what it is asked often. An unprepared statement with parameters takes two turns
 * to the server and one analysis each time, and what follows it in a transaction cannot be sent together with it.
 */
export function prepareOften<Client extends object>(client: Client, isOften = oftenAsked()): Client {
  return new Proxy(client, {
    get: (target, key) => {
      const own: unknown = Reflect.get(target, key)
      if (typeof own !== 'function') return own
      if (key === 'unsafe') {
        return (text: string, values: unknown, options: object | undefined) =>
          Reflect.apply(own, target, [text, values, isOften(text) ? { ...options, prepare: true } : options])
      }
      if (key !== 'begin' && key !== 'savepoint') return own
      return (...given: readonly unknown[]) =>
        Reflect.apply(
          own,
          target,
          given.map((one) =>
            typeof one === 'function'
              ? (inside: object) => Reflect.apply(one, undefined, [prepareOften(inside, isOften)])
              : one,
          ),
        )
    },
  })
}

/** Counts texts. Those that differ from one use to the next, as with lists of values in them, are forgotten again. */
export function oftenAsked(): (text: string) => boolean {
  const kept = new Set<string>()
  const counts = new Map<string, number>()
  return (text) => {
    if (kept.has(text)) return true
    if (text.length > longestText || kept.size >= mostKept) return false
    const count = (counts.get(text) ?? 0) + 1
    if (count < often) {
      if (counts.size >= mostCounted) counts.clear()
      counts.set(text, count)
      return false
    }
    counts.delete(text)
    kept.add(text)
    return true
  }
}
