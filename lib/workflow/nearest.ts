/** The name that was probably meant, or nothing when none comes near. Looks at 2,000 names at most. */
export function nearest(name: string, names: Iterable<string>): string | undefined {
  const wanted = name.slice(0, 60).toLowerCase()
  let best: string | undefined
  let bestDistance = Math.max(2, Math.floor(wanted.length / 3)) + 1
  let looked = 0
  for (const candidate of names) {
    if (looked++ > 2_000) break
    if (Math.abs(candidate.length - wanted.length) >= bestDistance) continue
    const distance = editDistance(wanted, candidate.toLowerCase(), bestDistance)
    if (distance >= bestDistance) continue
    best = candidate
    bestDistance = distance
  }
  return best
}

/** How many letters must be changed, added or removed; `enough` when it is that many or more. */
function editDistance(one: string, other: string, enough: number): number {
  let row = Array.from({ length: other.length + 1 }, (_, index) => index)
  for (let i = 1; i <= one.length; i++) {
    const above = row
    row = [i]
    let least = i
    for (let j = 1; j <= other.length; j++) {
      const swap = (above[j - 1] ?? 0) + (one[i - 1] === other[j - 1] ? 0 : 1)
      const cost = Math.min(swap, (above[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1)
      row.push(cost)
      if (cost < least) least = cost
    }
    if (least >= enough) return enough
  }
  return row[other.length] ?? one.length
}
