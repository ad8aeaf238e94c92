import type { Due } from '@/db/queries/system/runner/schedule-work'

const units: Readonly<Record<string, number>> = {
  w: 604_800_000,
  d: 86_400_000,
  h: 3_600_000,
  m: 60_000,
  s: 1000,
}

/** Reads the SDK's way of saying when: `1h30m`, or a moment in ISO 8601. Nothing said is at once. */
export function readDue(text: string): Due {
  const parts = [...text.matchAll(/(\d+)([wdhms])/g)]
  if (parts.map((part) => part[0]).join('') === text) {
    return { in: parts.reduce((sum, [, count, unit]) => sum + Number(count) * (units[unit ?? ''] ?? 0), 0) }
  }
  const at = Date.parse(text)
  if (Number.isNaN(at)) throw new Error(`Not a duration or a moment: ${text}`)
  return { at }
}

/** The milliseconds of a duration of the SDK. */
export function readMilliseconds(text: string): number {
  const due = readDue(text)
  if (!('in' in due)) throw new Error(`Not a duration: ${text}`)
  return due.in
}
