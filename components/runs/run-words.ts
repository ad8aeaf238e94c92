import type { RunSummary } from '@/lib/workflow/views/run-view'

const ways: Readonly<Record<string, string>> = {
  form: 'by hand',
  schedule: 'on schedule',
  webhook: 'by a webhook',
  api: 'through the API',
  test: 'as a test',
  retry: 'as a retry',
  workflow: 'by a call of another workflow',
}

/** "Ana, by hand" or "on schedule": who or what started a run. */
export function startedWords(run: Pick<RunSummary, 'startedBy' | 'startedVia'>): string {
  const way = ways[run.startedVia] ?? `by ${run.startedVia}`
  return run.startedBy ? `${run.startedBy.name}, ${way}` : capitalised(way)
}

/** The first sentence of a run's story. */
export function startedSentence(run: Pick<RunSummary, 'startedBy' | 'startedVia'>): string {
  const way = ways[run.startedVia] ?? `by ${run.startedVia}`
  return run.startedBy ? `${run.startedBy.name} started it ${way}` : `Started ${way}`
}

/** How long a run took, or null while it has not ended. */
export function runDuration(run: Pick<RunSummary, 'startedAt' | 'endedAt'>): number | null {
  if (!run.startedAt || !run.endedAt) return null
  return new Date(run.endedAt).getTime() - new Date(run.startedAt).getTime()
}

export function versionWords(number: number | null): string {
  return number === null ? 'draft' : `version ${number}`
}

export function isUnderWay(status: RunSummary['status']): boolean {
  return status === 'queued' || status === 'running' || status === 'waiting'
}

export function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}

/** "Waiting for a decision: Shall we?": the engine says what for, without the verb. */
export function waitingWords(waitingFor: string): string {
  return `Waiting for ${waitingFor}`
}
