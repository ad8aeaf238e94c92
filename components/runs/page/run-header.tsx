'use client'

import { ChevronLeft } from 'lucide-react'
import Link from 'next/link'
import type { RunView } from '@/lib/workflow/views/run-view'
import { useLink } from '../../api/workspace-context'
import { StatusChip } from '../../marks/status-chip'
import { Badge } from '../../ui/badge'
import { describeCost, describeCount, describeDuration } from '../../values/describe-amount'
import { RelativeTime } from '../../values/relative-time'
import { runDuration, startedSentence, versionWords } from '../run-words'
import { RunActions } from './run-actions'

export function RunHeader({ run }: { run: RunView }) {
  const link = useLink()
  const took = runDuration(run)
  return (
    <header className="mb-6">
      <Link
        href={link('runs')}
        className="-ml-1 mb-2 inline-flex items-center gap-1 rounded-xs text-muted text-sm hover:text-text"
      >
        <ChevronLeft className="size-4" aria-hidden /> Runs
      </Link>
      {run.calledBy ? (
        <p className="mb-1 text-muted text-sm">
          Called by{' '}
          <Link
            href={link(`runs/${run.calledBy.runId}`)}
            className="text-accent underline-offset-2 hover:underline"
          >
            a run of “{run.calledBy.workflow.name}”
          </Link>
        </p>
      ) : null}
      <div className="flex flex-col gap-3 sm:flex-row sm:items-start sm:justify-between">
        <div className="min-w-0">
          <h1 className="flex flex-wrap items-center gap-x-3 gap-y-1 text-2xl">
            <span className="break-words">{run.workflow.name}</span>
            <StatusChip status={run.status} className="text-sm" />
            {run.practice ? <Badge tone="practice">Practice</Badge> : null}
          </h1>
          {/* Each point leads its fact; the one at the start of a line falls outside and is not drawn. */}
          <p className="mt-1 overflow-x-clip text-muted">
            <span className="-ml-4 flex flex-wrap [&>span]:before:inline-block [&>span]:before:w-4 [&>span]:before:text-center [&>span]:before:content-['·']">
              <span>
                {startedSentence(run)} <RelativeTime at={run.createdAt} />
              </span>
              <span>{versionWords(run.version.number)}</span>
              {took === null ? null : <span>took {describeDuration(took)}</span>}
              {run.tokens > 0 ? <span>{describeCount(run.tokens, 'token')}</span> : null}
              {run.cost > 0 ? <span>{describeCost(run.cost)}</span> : null}
            </span>
          </p>
        </div>
        <RunActions run={run} />
      </div>
    </header>
  )
}
