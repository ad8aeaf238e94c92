'use client'

import { Handle, Position } from '@xyflow/react'
import { useEditor } from '@/components/editor/store/editor-context'
import { stepOf } from '@/components/editor/store/run-index'
import { cn } from '@/components/ui/cn'
import type { WorkflowNode } from '@/lib/workflow/document'
import { exitsOf } from '@/lib/workflow/nodes/exits-of'

/** The named ways out, at the right side. A step with one way out has its handle beside its name. */
export function CardExits({ node }: { node: WorkflowNode }) {
  const exits = exitsOf(node)
  const taken = useEditor((state) => stepOf(state.run, node.id)?.exit)
  const [first] = exits
  if (!first) return null
  if (exits.length === 1) {
    return <Handle id={first.exit} type="source" position={Position.Right} className="step-handle top-6.5!" />
  }
  return (
    <ul className="flex flex-col border-line border-t py-1">
      {exits.map(({ exit, label }) => (
        <li key={exit} className="relative flex h-7 items-center justify-end px-3">
          <span
            className={cn(
              'truncate text-muted text-xs',
              exit === 'error' && 'text-failed',
              taken === exit && 'font-medium text-text',
            )}
          >
            {label}
          </span>
          <Handle
            id={exit}
            type="source"
            position={Position.Right}
            className={cn('step-handle', exit === 'error' && 'border-failed!')}
          />
        </li>
      ))}
    </ul>
  )
}
