'use client'

import { useReactFlow } from '@xyflow/react'
import { ChevronRight } from 'lucide-react'
import { openLevel } from '@/components/editor/commands/open-level'
import { listOrder } from '@/components/editor/list/list-order'
import { useEditor, useEditorStore } from '@/components/editor/store/editor-context'
import { iconOfNode } from '@/components/inspector/data/data-sources'
import { ConnectorIcon } from '@/components/marks/connector-icon'
import { EffectIcon } from '@/components/marks/effect-chip'
import { Button } from '@/components/ui/button'
import { cn } from '@/components/ui/cn'
import type { WorkflowNode } from '@/lib/workflow/document'
import { bodyOf } from '@/lib/workflow/levels'
import { kindOf } from '@/lib/workflow/nodes/node-kinds'
import { effectOf, titleOf } from './title-of'

const shown = 4

/** What a loop does, in short, and the way into it. */
export function BodySteps({ node, className }: { node: WorkflowNode; className?: string }) {
  const store = useEditorStore()
  const flow = useReactFlow()
  const inside = useEditor((state) => state.inside)
  const body = bodyOf(node)
  if (!body) return null
  const steps = listOrder(body).filter((inner) => kindOf(inner).runs)
  // One line more is not worth a line that says so.
  const listed = steps.length > shown + 1 ? steps.slice(0, shown) : steps
  const words =
    steps.length === 0
      ? 'Add its steps'
      : steps.length === 1
        ? 'Open the step'
        : `Open the ${steps.length} steps`
  return (
    <div className={cn('rounded-control border border-line bg-surface', className)}>
      {listed.length > 0 ? (
        <ul aria-label="Steps inside" className="flex flex-col gap-1 px-2 pt-2 pb-1">
          {listed.map((inner) => {
            const effect = effectOf(inner)
            return (
              <li key={inner.id} className="flex h-5 items-center gap-2 text-xs">
                <ConnectorIcon name={iconOfNode(inner)} className="size-3.5 shrink-0 text-muted" />
                <span className="min-w-0 flex-1 truncate">{titleOf(inner)}</span>
                {effect && effect !== 'read' ? <EffectIcon effect={effect} className="size-3.5" /> : null}
              </li>
            )
          })}
          {steps.length > listed.length ? (
            <li className="pl-5.5 text-muted text-xs">{steps.length - listed.length} more</li>
          ) : null}
        </ul>
      ) : null}
      <Button
        variant="ghost"
        size="sm"
        className="nodrag relative z-10 w-full justify-between font-normal text-muted"
        onClick={(event) => {
          event.stopPropagation()
          openLevel({ store, flow }, [...inside, node.id])
        }}
      >
        <span>
          {words}
          <span className="sr-only"> inside “{titleOf(node)}”</span>
        </span>
        <ChevronRight aria-hidden />
      </Button>
    </div>
  )
}
