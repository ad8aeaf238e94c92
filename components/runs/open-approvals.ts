import type { RunView } from '@/lib/workflow/views/run-view'

/** What a run waits for people to decide: one approval, or how many there are. */
export type OpenApprovals = { readonly count: number; readonly only: string | null; readonly title: string }

/** The approvals that wait, those inside of loops too. Null when there are none. */
export function openApprovalsOf(run: RunView): OpenApprovals | null {
  const known = run.steps.filter((step) => step.status === 'waiting' && step.approvalId)
  const [first] = known
  // The steps inside of a long loop do not come along with the run; what its items wait for does.
  const asking = run.steps
    .flatMap((step) => step.items ?? [])
    .filter(({ status, waitingFor }) => status === 'waiting' && waitingFor?.startsWith('a decision'))
  const count = Math.max(known.length, asking.length)
  if (count === 0) return null
  return { count, only: count === 1 ? (first?.approvalId ?? null) : null, title: first?.title ?? 'it' }
}
