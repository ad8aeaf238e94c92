const key = 'handrail.palette.recent'
const kept = 3

/** What was added last, newest first. Kept by this browser. */
export function recentKeys(): readonly string[] {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(key) ?? '[]')
    return Array.isArray(stored) ? stored.filter((item) => typeof item === 'string') : []
  } catch {
    return []
  }
}

export function noteRecent(item: string): void {
  try {
    const rest = recentKeys().filter((other) => other !== item)
    localStorage.setItem(key, JSON.stringify([item, ...rest].slice(0, kept)))
  } catch {
    // A browser that keeps nothing still works: the list stays empty.
  }
}
