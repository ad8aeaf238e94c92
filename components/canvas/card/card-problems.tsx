'use client'

import { CircleAlert, TriangleAlert } from 'lucide-react'
import { useEditor } from '@/components/editor/store/editor-context'
import { cn } from '@/components/ui/cn'

/** That the checker found something at this step. What it is, the panel and the list of checks say. */
export function CardProblems({ id }: { id: string }) {
  const severity = useEditor((state) => {
    const mine = state.issues.filter((issue) => issue.node === id)
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
