'use client'

import { X } from 'lucide-react'
import { effectOf, kindTitleOf, titleOf } from '@/components/canvas/card/title-of'
import { renameNode } from '@/components/editor/commands/rename-node'
import { useEditor, useEditorStore } from '@/components/editor/store/editor-context'
import { ConnectorTile } from '@/components/marks/connector-icon'
import { EffectChip } from '@/components/marks/effect-chip'
import { IconButton } from '@/components/ui/icon-button'
import type { WorkflowNode } from '@/lib/workflow/document'
import { iconOfNode } from './data/data-sources'

export function InspectorHeader({ node, onClose }: { node: WorkflowNode; onClose: () => void }) {
  const store = useEditorStore()
  const canEdit = useEditor((state) => !state.readOnly && state.run === null)
  const effect = effectOf(node)
  const title = titleOf(node)
  return (
    <header className="flex items-center gap-2.5 border-line border-b py-2.5 pr-2 pl-4">
      <ConnectorTile name={iconOfNode(node)} />
      <div className="min-w-0 flex-1">
        {canEdit ? (
          <input
            key={`${node.id} ${title}`}
            defaultValue={title}
            aria-label="Name of the step"
            maxLength={120}
            className="-mx-1 w-full truncate rounded-xs bg-transparent px-1 font-semibold text-base hover:bg-sunken focus-visible:bg-raised"
            onBlur={(event) => renameNode(store, node.id, event.target.value)}
            onKeyDown={(event) => {
              if (event.key === 'Enter') event.currentTarget.blur()
              // The first Escape takes back what was typed; with nothing typed it is the panel's, which closes.
              if (event.key === 'Escape' && event.currentTarget.value !== title) {
                event.stopPropagation()
                event.currentTarget.value = title
              }
            }}
          />
        ) : (
          <h2 className="truncate text-base">{title}</h2>
        )}
        <p className="truncate text-muted text-xs">{kindTitleOf(node)}</p>
      </div>
      {effect ? <EffectChip effect={effect} /> : null}
      <IconButton label="Close the panel" size="sm" onClick={onClose}>
        <X />
      </IconButton>
    </header>
  )
}
