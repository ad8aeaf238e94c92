'use client'

import { useEditor } from '@/components/editor/store/editor-context'
import { ConnectorTile, iconOf } from '@/components/marks/connector-icon'
import { EffectIcon } from '@/components/marks/effect-chip'
import type { WorkflowNode } from '@/lib/workflow/document'
import { CardProblems } from './card-problems'
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
      <CardProblems node={node} />
      {effect ? <EffectIcon effect={effect} className="rounded-xs p-1" /> : null}
    </div>
  )
}
