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

const head =
  '\nid   N     lost  doubled  failed  unknown                          recovery p50 / p95 / max     what'
const seconds = (ms: number | undefined) => (ms === undefined ? '–' : `${(ms / 1000).toFixed(1)} s`)

export function printFindings(
  findings: readonly Finding[],
  settings: Readonly<Record<string, string>>,
): void {
  const shown = Object.entries(settings).map(([name, value]) => `${name} ${value}`)
  const lines = [head, ...findings.flatMap(linesOf), `\nThe database, by SHOW: ${shown.join(', ')}`]
  process.stdout.write(`${lines.join('\n')}\n`)
}

/** A row of the table, and what is to be said below it. */
export function linesOf(finding: Finding): string[] {
  const sorted = [...finding.recoveries].sort((a, b) => a - b)
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))]
  const row = [
    finding.id.padEnd(5),
    String(finding.n).padEnd(6),
    String(finding.lost).padEnd(6),
    String(finding.doubled).padEnd(9),
    String(finding.failed.length).padEnd(8),
    tally(finding.unknown).padEnd(33),
    `${seconds(at(0.5))} / ${seconds(at(0.95))} / ${seconds(sorted.at(-1))}`.padEnd(29),
    finding.what,
  ].join('')
  const notRun = finding.notRun ? [`NOT RUN HERE: ${finding.notRun}`] : []
  const below = [...notRun, ...(finding.notes ?? []), ...finding.failed.slice(0, 5)]
  return [row, ...below.map((line) => `       ${line}`)]
}

function tally(actions: readonly string[]): string {
  if (actions.length === 0) return '0'
  const counts = new Map<string, number>()
  for (const action of actions) counts.set(action, (counts.get(action) ?? 0) + 1)
  return [...counts].map(([action, count]) => `${count} ${action}`).join(', ')
}
