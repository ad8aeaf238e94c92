'use client'

import { useApi } from '../api/use-api'
import { cn } from '../ui/cn'
import { describeCount } from '../values/describe-amount'

/** How many approvals wait for the reader, kept fresh. Nothing when none do. */
export function ApprovalsCount({ dot, className }: { dot?: boolean; className?: string }) {
  const { data } = useApi<{ count: number }>('/approvals/count', { refreshInterval: 15_000 })
  const count = data?.count ?? 0
  if (count === 0) return null
  const name = `${describeCount(count, 'approval')} waiting for you`
  return (
    <span
      className={cn(
        'inline-flex items-center justify-center rounded-full bg-waiting font-medium text-raised text-xs tabular-nums',
        dot ? 'absolute top-0.5 right-0.5 h-4 min-w-4 px-1 text-[0.625rem]' : 'h-5 min-w-5 px-1.5',
        className,
      )}
    >
      <span aria-hidden>{count > 99 ? '99+' : count}</span>
      <span className="sr-only">{name}</span>
    </span>
  )
}
