import Link from 'next/link'
import type { RunSummary } from '@/lib/workflow/views/run-view'
import { StatusChip, StatusIcon } from '../../marks/status-chip'
import { cn } from '../../ui/cn'
import { describeCost, describeDuration } from '../../values/describe-amount'
import { RelativeTime } from '../../values/relative-time'
import { runDuration, startedWords, versionWords, waitingWords } from '../run-words'

/** A run in a list: the whole row leads to it. `compact` leaves out what Home has no room for. */
export function RunRow({ run, href, compact }: { run: RunSummary; href: string; compact?: boolean }) {
  const took = runDuration(run)
  const aside =
    run.error?.message ?? (run.status === 'waiting' && run.waitingFor ? waitingWords(run.waitingFor) : null)
  return (
    <li className="relative flex items-center gap-3 px-3.5 py-2.5 transition-colors hover:bg-sunken">
      <StatusIcon status={run.status} hidden />
      <div className="min-w-0 flex-1">
        <Link href={href} className="font-medium after:absolute after:inset-0 after:content-['']">
          {run.workflow.name}
        </Link>
        <p className={cn('truncate text-sm', run.error ? 'text-failed' : 'text-muted')}>
          {aside ?? `${startedWords(run)} · ${versionWords(run.version.number)}`}
        </p>
      </div>
      <div className={cn('hidden w-36 shrink-0 sm:block', compact && 'sm:hidden')}>
        <StatusChip status={run.status} />
      </div>
      <div className="flex shrink-0 flex-col items-end text-muted text-sm tabular-nums">
        <RelativeTime at={run.createdAt} />
        <span className="text-xs">
          {[took === null ? '' : describeDuration(took), run.cost > 0 ? describeCost(run.cost) : '']
            .filter(Boolean)
            .join(' · ')}
        </span>
      </div>
    </li>
  )
}
