'use client'

import { CircleAlert, TriangleAlert } from 'lucide-react'
import { titleOf } from '@/components/canvas/card/title-of'
import { cn } from '@/components/ui/cn'
import type { Issue } from '@/lib/workflow/issue'
import { useEditor } from '../store/editor-context'
import { wholeIndex } from '../store/node-index'

/** One thing that the checker found, with its step. Pressing it goes there. */
export function IssueRow({ issue, onShow }: { issue: Issue; onShow: () => void }) {
  const node = useEditor((state) => (issue.node ? wholeIndex(state.whole).get(issue.node) : undefined))
  const isError = issue.severity === 'error'
  const Icon = isError ? CircleAlert : TriangleAlert
  return (
    <button
      type="button"
      disabled={!issue.node}
      onClick={onShow}
      className="flex w-full items-start gap-2 rounded-xs px-2 py-1.5 text-left text-sm enabled:hover:bg-sunken"
    >
      <Icon
        aria-label={isError ? 'To mend' : 'Warning'}
        className={cn('mt-0.5 size-3.5 shrink-0', isError ? 'text-failed' : 'text-write')}
      />
      <span className="min-w-0">
        {node ? <span className="block truncate font-medium">{titleOf(node)}</span> : null}
        <span className="block text-muted">{issue.message}</span>
      </span>
    </button>
  )
}

export function issueKey(issue: Issue): string {
  return [issue.node, issue.field, issue.code, issue.message].join(' ')
}
