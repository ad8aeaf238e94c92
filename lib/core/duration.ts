const pattern = /^P(?!$)(?:(\d+)D)?(?:T(?!$)(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?$/
const unitMs = [86_400_000, 3_600_000, 60_000, 1_000] as const
const unitNames = ['day', 'hour', 'minute', 'second'] as const

/** Milliseconds of an ISO 8601 duration of days and smaller (`PT30S`, `P1DT2H`), or `undefined` for other text. */
export function durationMs(text: string): number | undefined {
  const parts = pattern.exec(text)
  if (!parts) return undefined
  return unitMs.reduce((sum, ms, index) => sum + Number(parts[index + 1] ?? 0) * ms, 0)
}

/** `PT1H30M` → "1 hour 30 minutes". */
export function durationInWords(text: string): string {
  const parts = pattern.exec(text)
  if (!parts) return text
  const words = unitNames.flatMap((unit, index) => {
    const count = Number(parts[index + 1] ?? 0)
    return count === 0 ? [] : [`${count} ${unit}${count === 1 ? '' : 's'}`]
  })
  return words.join(' ') || 'no time'
}
