'use client'

import '@xyflow/react/dist/base.css'
import '../canvas.css'
import { Background, BackgroundVariant, ReactFlow, useStore } from '@xyflow/react'
import type { ReactNode } from 'react'
import { useEditor, useEditorStore } from '@/components/editor/store/editor-context'
import { NoteCard } from '../card/note-card'
import { StepCard } from '../card/step-card'
import { WorkflowEdge } from '../edge/workflow-edge'
import { gridStep } from '../layout/card-size'
import { CanvasMinimap } from './canvas-minimap'
import { showOpeningView } from './opening-view'
import { useCanvasEdges } from './use-canvas-edges'
import { useCanvasGestures } from './use-canvas-gestures'
import { useCanvasNodes } from './use-canvas-nodes'
import { useFollowRun } from './use-follow-run'
import { useReveal } from './use-reveal'

const nodeTypes = { step: StepCard, note: NoteCard }
const edgeTypes = { line: WorkflowEdge }
const grid: [number, number] = [gridStep, gridStep]
const addKeys = ['Meta', 'Control', 'Shift']

/** Below this zoom a card is icon and name only. */
const farZoom = 2 / 3

/** The drawing of the workflow. Needs a `ReactFlowProvider` and an editor's store above it. */
export function Canvas({ children, label }: { children?: ReactNode; label: string }) {
  const { nodes, onNodesChange } = useCanvasNodes()
  const { edges, onEdgesChange } = useCanvasEdges()
  const canEdit = useEditor((state) => !state.readOnly && state.run === null)
  const isFar = useStore((state) => state.transform[2] < farZoom)
  const gestures = useCanvasGestures()
  const store = useEditorStore()
  useReveal()
  const letGo = useFollowRun()
  return (
    <section
      aria-label={label}
      data-far={isFar ? '' : undefined}
      className="workflow-canvas relative size-full bg-sunken"
      onFocus={gestures.onFocus}
    >
      <ReactFlow
        nodes={nodes}
        edges={edges}
        nodeTypes={nodeTypes}
        edgeTypes={edgeTypes}
        onNodesChange={onNodesChange}
        onEdgesChange={onEdgesChange}
        onConnect={gestures.onConnect}
        onConnectEnd={gestures.onConnectEnd}
        isValidConnection={gestures.isValidConnection}
        onNodeClick={gestures.onNodeClick}
        onNodeDoubleClick={gestures.onNodeDoubleClick}
        onNodeDragStop={gestures.onDragStop}
        onSelectionDragStop={gestures.onSelectionDragStop}
        onPaneClick={gestures.onPaneClick}
        onDragOver={gestures.onDragOver}
        onDrop={gestures.onDrop}
        nodesDraggable={canEdit}
        nodesConnectable={canEdit}
        connectOnClick={false}
        connectionRadius={28}
        snapToGrid
        snapGrid={grid}
        minZoom={0.15}
        maxZoom={1.6}
        onMoveStart={letGo}
        onInit={(flow) => showOpeningView(flow, store.getState().document)}
        deleteKeyCode={null}
        multiSelectionKeyCode={addKeys}
        zoomOnDoubleClick={false}
        disableKeyboardA11y
        attributionPosition="bottom-left"
      >
        <Background variant={BackgroundVariant.Dots} gap={gridStep * 3} size={1.25} />
        <CanvasMinimap />
        {children}
      </ReactFlow>
    </section>
  )
}
