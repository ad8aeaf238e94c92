'use client'

import { CornerDownRight } from 'lucide-react'
import { goInside } from '@/components/editor/store/create-editor-store'
import { useEditor, useEditorStore } from '@/components/editor/store/editor-context'
import { iconOfNode } from '@/components/inspector/data/data-sources'
import { ConnectorIcon } from '@/components/marks/connector-icon'
import { Button } from '@/components/ui/button'
import type { WorkflowNode } from '@/lib/workflow/document'
import { bodyOf } from '@/lib/workflow/levels'
import { kindOf } from '@/lib/workflow/nodes/node-kinds'
import { titleOf } from './title-of'

const shown = 3

/** What a loop does, in short, and the way into it. */
export function BodySteps({ node }: { node: WorkflowNode }) {
  const store = useEditorStore()
  const inside = useEditor((state) => state.inside)
  const body = bodyOf(node)
  if (!body) return null
  const steps = body.nodes.filter((inner) => kindOf(inner).runs)
  return (
    <div className="rounded-control border border-line border-dashed bg-surface p-1.5">
      {steps.length > 0 ? (
        <ul aria-label="Steps inside" className="mb-1 flex flex-col gap-0.5">
          {steps.slice(0, shown).map((inner) => (
            <li key={inner.id} className="flex items-center gap-1.5 px-1 text-xs">
              <ConnectorIcon name={iconOfNode(inner)} className="size-3 text-muted" />
              <span className="truncate">{titleOf(inner)}</span>
            </li>
          ))}
          {steps.length > shown ? (
            <li className="px-1 text-muted text-xs">{steps.length - shown} more</li>
          ) : null}
        </ul>
      ) : null}
      <Button
        variant="ghost"
        size="sm"
        className="nodrag w-full justify-start"
        onClick={(event) => {
          event.stopPropagation()
          goInside(store, [...inside, node.id])
        }}
      >
        <CornerDownRight aria-hidden />
        Open the steps inside
      </Button>
    </div>
  )
}
