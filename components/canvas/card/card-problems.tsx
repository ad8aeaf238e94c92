'use client'

import { CircleAlert, TriangleAlert } from 'lucide-react'
import { useMemo } from 'react'
import { useEditor } from '@/components/editor/store/editor-context'
import { cn } from '@/components/ui/cn'
import type { WorkflowNode } from '@/lib/workflow/document'
import { allNodes, bodyOf } from '@/lib/workflow/levels'

/** That the checker found something at this step, or inside of it. What it is, the panel and the list of checks say. */
export function CardProblems({ node }: { node: WorkflowNode }) {
  const own = useMemo(() => ownIds(node), [node])
  const severity = useEditor((state) => {
    const mine = state.issues.filter((issue) => issue.node !== undefined && own.has(issue.node))
    if (mine.some((issue) => issue.severity === 'error')) return 'error'
    return mine.length > 0 ? 'warning' : null
  })
  if (!severity) return null
  const Icon = severity === 'error' ? CircleAlert : TriangleAlert
  const words = severity === 'error' ? 'Something to mend' : 'Something to look at'
  return (
    <span title={words} className={cn('inline-flex', severity === 'error' ? 'text-failed' : 'text-write')}>
      <Icon className="size-4" aria-hidden />
      <span className="sr-only">{words}</span>
    </span>
  )
}

function ownIds(node: WorkflowNode): ReadonlySet<string> {
  const body = bodyOf(node)
  return new Set([node.id, ...(body ? allNodes(body).map(({ id }) => id) : [])])
}
