const unit: Readonly<Record<string, number>> = { m: 60_000, h: 3_600_000, d: 86_400_000, w: 604_800_000 }

/** A time as JQL writes it: `-7d`, `2026-11-02`, `"2026-11-02 09:14"`, `now()`, `startOfDay()`. Days are those of UTC. */
export function momentOf(text: string, now: number): number | null {
  const relative = /^([+-]?)(\d+)([mhdw])$/.exec(text)
  if (relative) {
    const [, sign, amount, letter = ''] = relative
    return now + (sign === '-' ? -1 : 1) * Number(amount) * (unit[letter] ?? 0)
  }
  if (text === 'now()') return now
  if (text === 'startofday()') return Math.floor(now / 86_400_000) * 86_400_000
  const date = /^(\d{4})[-/](\d{1,2})[-/](\d{1,2})(?: (\d{1,2}):(\d{2}))?$/.exec(text)
  if (!date) return null
  const [, year, month, day, hours = '0', minutes = '0'] = date
  return Date.UTC(Number(year), Number(month) - 1, Number(day), Number(hours), Number(minutes))
}
