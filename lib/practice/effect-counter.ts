/** How often each effect was carried out, by the key that it left: more than once is a doubled effect. */
export type EffectCounter = {
  /** One changing request that succeeded, with the key that it bore. */
  note(key: string | null): void
  counts(): Readonly<Record<string, number>>
  /** Changing requests that bore no key. */
  unmarked(): number
  clear(): void
}

export function effectCounter(): EffectCounter {
  let byKey = new Map<string, number>()
  let others = 0
  return {
    note(key) {
      if (key === null) others += 1
      else byKey.set(key, (byKey.get(key) ?? 0) + 1)
    },
    counts: () => Object.fromEntries(byKey),
    unmarked: () => others,
    clear() {
      byKey = new Map()
      others = 0
    },
  }
}
