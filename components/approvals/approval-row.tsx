'use client'

import { FlaskConical } from 'lucide-react'
import Link from 'next/link'
import type { ApprovalSummary } from '@/lib/workflow/views/approval-view'
import { useLink } from '../api/workspace-context'
import { cn } from '../ui/cn'
import { RelativeTime } from '../values/relative-time'
import { ApprovalStatus } from './approval-status'
import { itemWords } from './approval-words'

type ApprovalRowProps = {
  approval: ApprovalSummary
  selected?: boolean
  /** On wide screens the row opens beside the list instead of leaving it. */
  onSelect?: () => void
}

export function ApprovalRow({ approval, selected = false, onSelect }: ApprovalRowProps) {
  const link = useLink()
  return (
    <li
      className={cn(
        'relative px-3.5 py-3 transition-colors',
        selected ? 'lg:bg-accent-soft' : 'hover:bg-sunken',
      )}
    >
      <div className="flex items-baseline justify-between gap-3">
        <Link
          href={link(`approvals/${approval.id}`)}
          aria-current={selected ? 'true' : undefined}
          className="min-w-0 truncate font-medium after:absolute after:inset-0 after:content-['']"
          onClick={(event) => {
            if (!onSelect || !window.matchMedia('(width >= 64rem)').matches) return
            if (event.metaKey || event.ctrlKey || event.shiftKey) return
            event.preventDefault()
            onSelect()
          }}
        >
          {approval.title}
          {itemWords(approval)}
        </Link>
        <RelativeTime at={approval.createdAt} className="shrink-0 text-muted text-sm" />
      </div>
      <p className="flex items-center gap-1.5 truncate text-muted text-sm">
        {approval.practice ? (
          <FlaskConical className="size-3.5 shrink-0 text-practice" role="img" aria-label="Practice" />
        ) : null}
        <span className="truncate">
          {approval.workflow.name}
          {approval.startedBy ? `, started by ${approval.startedBy.name}` : ''}
        </span>
      </p>
      {approval.status === 'pending' ? (
        approval.deadline ? (
          <p className="mt-0.5 text-sm text-write">
            <RelativeTime at={approval.deadline} prefix="Expires " />
          </p>
        ) : null
      ) : (
        <ApprovalStatus status={approval.status} className="mt-0.5" />
      )}
    </li>
  )
}
