'use client'

import { Handle, type NodeProps, Position } from '@xyflow/react'
import { memo } from 'react'
import { useEditor } from '@/components/editor/store/editor-context'
import { nodeIndex } from '@/components/editor/store/node-index'
import { stepOf } from '@/components/editor/store/run-index'
import { cn } from '@/components/ui/cn'
import type { CanvasNode } from '../surface/canvas-nodes'
import { CardBody } from './card-body'
import { CardExits } from './card-exits'
import { CardFar } from './card-far'
import { CardHeader } from './card-header'
import { useTargetState } from './use-target-state'

/** One step on the canvas. Reads only its own node: an edit elsewhere does not draw it again. */
export const StepCard = memo(function StepCard({ id, selected }: NodeProps<CanvasNode>) {
  const node = useEditor((state) => nodeIndex(state.document).get(id))
  const hasRun = useEditor((state) => state.run !== null)
  const status = useEditor((state) => stepOf(state.run, id)?.status)
  const target = useTargetState(id)
  if (!node) return null
  const isTrigger = node.type.startsWith('trigger.')
  const isFaded = (hasRun && (status === undefined || status === 'skipped')) || target === 'illegal'
  return (
    <div
      data-status={status}
      className={cn(
        'step-card relative w-66 rounded-card border border-line bg-raised transition-[border-color,box-shadow,opacity] duration-150',
        'hover:border-control-line',
        status === 'failed' && 'border-failed',
        status === 'waiting' && 'border-waiting',
        status === 'running' && 'border-running',
        selected && 'border-accent! shadow-[0_0_0_1px_var(--accent)]',
        target === 'legal' && 'border-accent! border-dashed',
        isFaded && 'opacity-45',
      )}
    >
      {isTrigger ? null : (
        <Handle id="in" type="target" position={Position.Left} className="step-handle top-6.5!" />
      )}
      <div className="card-near">
        <CardHeader node={node} />
        <CardBody node={node} />
        <CardExits node={node} />
      </div>
      <CardFar node={node} />
    </div>
  )
})
