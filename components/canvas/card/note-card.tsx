'use client'

import type { NodeProps } from '@xyflow/react'
import { memo } from 'react'
import { useEditor } from '@/components/editor/store/editor-context'
import { nodeIndex } from '@/components/editor/store/node-index'
import { cn } from '@/components/ui/cn'
import type { CanvasNode } from '../surface/canvas-nodes'

/** A remark beside the steps. It never runs. */
export const NoteCard = memo(function NoteCard({ id, selected }: NodeProps<CanvasNode>) {
  const node = useEditor((state) => nodeIndex(state.document).get(id))
  if (node?.type !== 'note') return null
  return (
    <div
      className={cn(
        'w-60 whitespace-pre-wrap break-words rounded-card border border-line bg-write-soft px-3 py-2.5 text-sm',
        selected && 'border-accent! shadow-[0_0_0_1px_var(--accent)]',
      )}
    >
      {node.name ? <p className="mb-1 font-medium">{node.name}</p> : null}
      {node.config.text || <span className="text-muted">Write a remark in the panel at the right.</span>}
    </div>
  )
})
