import type { Counts } from './far-side'

/** What a fault test found. `n` counts what was struck; the rest must be nought but `unknown` and the recoveries. */
export type Finding = {
  readonly id: string
  readonly what: string
  readonly n: number
  readonly lost: number
  readonly doubled: number
  readonly failed: readonly string[]
  /** The actions whose outcome a person was asked for. */
  readonly unknown: readonly string[]
  /** Milliseconds from the start of the new process until every struck run moved again. */
  readonly recoveries: readonly number[]
  readonly notes?: readonly string[]
  /** Why it could not be run here: then nothing was found, good or bad. */
  readonly notRun?: string
}

/** Effects that the far side carried out more than once under one key. */
export function doubledIn(counts: Counts): number {
  return Object.values(counts).reduce(
    (sum, { byKey }) => sum + Object.values(byKey).reduce((more, times) => more + Math.max(0, times - 1), 0),
    0,
  )
}

/** How many effects were carried out, each key once. */
export function effectsIn(counts: Counts): number {
  return Object.values(counts).reduce((sum, { byKey }) => sum + Object.keys(byKey).length, 0)
}

export function isGood(finding: Finding): boolean {
  return finding.lost === 0 && finding.doubled === 0 && finding.failed.length === 0
}

export function printFindings(
  findings: readonly Finding[],
  settings: Readonly<Record<string, string>>,
): void {
  const say = (line: string) => process.stdout.write(`${line}\n`)
  const seconds = (ms: number | undefined) => (ms === undefined ? '–' : `${(ms / 1000).toFixed(1)} s`)
  say(
    '\nid   N     lost  doubled  failed  unknown                          recovery p50 / p95 / max     what',
  )
  for (const finding of findings) {
    const sorted = [...finding.recoveries].sort((a, b) => a - b)
    const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))]
    const asked = tally(finding.unknown)
    say(
      [
        finding.id.padEnd(5),
        String(finding.n).padEnd(6),
        String(finding.lost).padEnd(6),
        String(finding.doubled).padEnd(9),
        String(finding.failed.length).padEnd(8),
        asked.padEnd(33),
        `${seconds(at(0.5))} / ${seconds(at(0.95))} / ${seconds(sorted.at(-1))}`.padEnd(29),
        finding.what,
      ].join(''),
    )
    if (finding.notRun) say(`       NOT RUN HERE: ${finding.notRun}`)
    for (const note of [...(finding.notes ?? []), ...finding.failed.slice(0, 5)]) say(`       ${note}`)
  }
  say(
    `\nThe database, by SHOW: ${Object.entries(settings)
      .map(([name, value]) => `${name} ${value}`)
      .join(', ')}`,
  )
}

function tally(actions: readonly string[]): string {
  if (actions.length === 0) return '0'
  const counts = new Map<string, number>()
  for (const action of actions) counts.set(action, (counts.get(action) ?? 0) + 1)
  return [...counts].map(([action, count]) => `${count} ${action}`).join(', ')
}
