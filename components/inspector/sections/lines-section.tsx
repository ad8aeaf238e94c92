'use client'

import { ArrowRight, Plus, X } from 'lucide-react'
import { titleOf } from '@/components/canvas/card/title-of'
import { edit } from '@/components/editor/store/create-editor-store'
import { edgeKey } from '@/components/editor/store/edge-key'
import { useEditor, useEditorStore } from '@/components/editor/store/editor-context'
import { nodeIndex } from '@/components/editor/store/node-index'
import { Button } from '@/components/ui/button'
import { IconButton } from '@/components/ui/icon-button'
import type { WorkflowNode } from '@/lib/workflow/document'
import { removeEdges } from '@/lib/workflow/edits/remove-nodes'
import { exitsOf } from '@/lib/workflow/nodes/exits-of'

/** Where the step leads, as a list: lines can be drawn and taken away without the canvas. */
export function LinesSection({ node }: { node: WorkflowNode }) {
  const store = useEditorStore()
  const document = useEditor((state) => state.document)
  const exits = exitsOf(node)
  if (exits.length === 0) return null
  const index = nodeIndex(document)
  const label = (exit: string) => exits.find((each) => each.exit === exit)?.label ?? exit
  const lines = document.edges.filter((edge) => edge.from === node.id)
  return (
    <div className="flex flex-col gap-1.5">
      <p className="font-medium text-sm">Leads to</p>
      <ul className="flex flex-col gap-1">
        {lines.map((edge) => {
          const target = index.get(edge.to)
          const name = target ? titleOf(target) : edge.to
          return (
            <li key={edgeKey(edge)} className="flex h-control-small items-center gap-2 text-sm">
              <span className="text-muted">{label(edge.exit)}</span>
              <ArrowRight className="size-3.5 text-muted" aria-hidden />
              <span className="min-w-0 flex-1 truncate">{name}</span>
              <IconButton
                label={`Remove the line to ${name}`}
                size="sm"
                onClick={() =>
                  edit(store, `Remove the line to “${name}”`, (before) => removeEdges(before, [edge]))
                }
              >
                <X />
              </IconButton>
            </li>
          )
        })}
      </ul>
      <Button size="sm" className="self-start" onClick={() => store.setState({ dialog: 'connect' })}>
        <Plus aria-hidden />
        Connect to…
      </Button>
    </div>
  )
}
