'use client'

import { useReactFlow } from '@xyflow/react'
import { closeInspector } from '@/components/editor/keys/node-keys'
import { useEditor, useEditorStore } from '@/components/editor/store/editor-context'
import { nodeIndex } from '@/components/editor/store/node-index'
import { stepOf } from '@/components/editor/store/run-index'
import { InspectorBody } from './inspector-body'
import { InspectorHeader } from './inspector-header'
import { ResizablePanel } from './resizable-panel'
import { StepData } from './run/step-data'

/** The panel at the right: the selected step, to be edited, or what it took and gave in the run that is shown. */
export function Inspector() {
  const id = useEditor(({ selectedNodes }) => (selectedNodes.size === 1 ? [...selectedNodes][0] : undefined))
  const isOpen = useEditor((state) => state.isInspectorOpen)
  const node = useEditor((state) => (id ? nodeIndex(state.document).get(id) : undefined))
  const run = useEditor((state) => state.run)
  const readOnly = useEditor((state) => state.readOnly)
  const store = useEditorStore()
  const flow = useReactFlow()
  if (!node || !isOpen) return null
  const close = () => closeInspector({ store, flow })
  const step = stepOf(run, node.id)
  return (
    <ResizablePanel label="Step" onClose={close}>
      <InspectorHeader node={node} onClose={close} />
      <div key={node.id} className="min-h-0 flex-1 overflow-y-auto">
        {run ? (
          <StepData node={node} step={step ?? null} run={run} />
        ) : readOnly ? (
          <fieldset disabled className="contents">
            <InspectorBody node={node} />
          </fieldset>
        ) : (
          <InspectorBody node={node} />
        )}
      </div>
    </ResizablePanel>
  )
}
