'use client'

import { CircleAlert, TriangleAlert } from 'lucide-react'
import { useEditor } from '@/components/editor/store/editor-context'
import { cn } from '@/components/ui/cn'
import { ConnectorTile, iconOf } from '@/components/ui/connector-icon'
import { EffectIcon } from '@/components/ui/effect-chip'
import type { WorkflowNode } from '@/lib/workflow/document'
import { RenameField } from './rename-field'
import { effectOf, titleOf } from './title-of'

export function CardHeader({ node }: { node: WorkflowNode }) {
  const isRenaming = useEditor((state) => state.renaming === node.id)
  const effect = effectOf(node)
  return (
    <div className="flex h-13 items-center gap-2.5 pr-3 pl-3">
      <ConnectorTile name={iconOf(node.type, node.type === 'action' ? node.action : null)} />
      {isRenaming ? (
        <RenameField id={node.id} name={titleOf(node)} />
      ) : (
        <span className="min-w-0 flex-1 truncate font-medium text-base" title={titleOf(node)}>
          {titleOf(node)}
        </span>
      )}
      <Problems id={node.id} />
      {effect ? <EffectIcon effect={effect} className="rounded-xs p-1" /> : null}
    </div>
  )
}

function Problems({ id }: { id: string }) {
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
