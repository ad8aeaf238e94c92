'use client'

import { ReactFlowProvider } from '@xyflow/react'
import { useEffect, useMemo } from 'react'
import { InsideBar } from '@/components/editor/inside-bar'
import { createEditorStore, showRun } from '@/components/editor/store/create-editor-store'
import { EditorStoreProvider, useEditor } from '@/components/editor/store/editor-context'
import type { WorkflowDocument } from '@/lib/workflow/document'
import type { RunView } from '@/lib/workflow/views/run-view'
import { withAllPlaced } from './layout/lay-out'
import { Canvas } from './surface/canvas'
import { CanvasControls } from './surface/canvas-controls'
import { WholeView } from './surface/whole-view'

type RunGraphProps = {
  run: RunView
  /** The version that the run executes. */
  document: WorkflowDocument
  /** The step that is looked at beside the graph. */
  selected?: string | null
  onSelect?: (node: string) => void
}

/** The graph as it ran: states, times, the path taken. Nothing can be changed. Fills its parent. */
export function RunGraph({ run, document, selected = null, onSelect }: RunGraphProps) {
  const store = useMemo(
    () =>
      createEditorStore({
        document: withAllPlaced(document),
        name: 'the run',
        revision: 0,
        readOnly: true,
        now: 0,
      }),
    [document],
  )
  useEffect(() => showRun(store, run), [store, run])
  useEffect(() => {
    const [now, other] = store.getState().selectedNodes
    if (now !== selected || other) store.setState({ selectedNodes: new Set(selected ? [selected] : []) })
  }, [store, selected])
  useEffect(
    () =>
      store.subscribe((state, before) => {
        if (state.selectedNodes === before.selectedNodes) return
        const [node, other] = state.selectedNodes
        // The story tells of the steps inside of a loop at the loop.
        if (node && !other) onSelect?.(state.inside[0] ?? node)
      }),
    [store, onSelect],
  )
  return (
    <EditorStoreProvider store={store}>
      <ReactFlowProvider>
        <div className="relative size-full">
          <Drawing />
          <InsideBar className="absolute top-3 left-3 z-20 max-w-[calc(100%-1.5rem)]" />
          <CanvasControls />
        </div>
      </ReactFlowProvider>
    </EditorStoreProvider>
  )
}

/** One canvas for each loop that is gone into. */
function Drawing() {
  const place = useEditor((state) => state.inside.join('/'))
  return (
    <Canvas key={place} label="The workflow as it ran">
      <WholeView />
    </Canvas>
  )
}
