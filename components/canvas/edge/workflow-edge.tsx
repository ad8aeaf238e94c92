'use client'

import { BaseEdge, type EdgeProps, getBezierPath } from '@xyflow/react'
import { type MouseEvent, memo } from 'react'
import { useEditor, useEditorStore } from '@/components/editor/store/editor-context'
import { edgeLook } from '@/components/editor/store/run-index'
import type { CanvasEdge } from '../surface/canvas-edges'

/** One line. Bold where a run went, faded where it did not; `+` in the middle on hover or focus. */
export const WorkflowEdge = memo(function WorkflowEdge(props: EdgeProps<CanvasEdge>) {
  const { id, source, sourceHandleId, selected } = props
  const exit = sourceHandleId ?? 'out'
  const look = useEditor((state) => edgeLook(state.run, { from: source, exit }))
  const canEdit = useEditor((state) => !state.readOnly && state.run === null)
  const [path, x, y] = getBezierPath({ ...props, curvature: 0.3 })
  return (
    <g data-look={look} data-selected={selected ? '' : undefined} data-exit={exit} className="workflow-edge">
      <BaseEdge id={id} path={path} interactionWidth={24} />
      {canEdit ? <InsertHere edge={id} x={x} y={y} /> : null}
    </g>
  )
})

function InsertHere({ edge, x, y }: { edge: string; x: number; y: number }) {
  const store = useEditorStore()
  const open = (event: MouseEvent) => {
    event.stopPropagation()
    store.setState({ palette: { edge, anchor: { x: event.clientX, y: event.clientY } } })
  }
  return (
    // The line itself takes the focus, and Enter on it does the same: this is its pointer's way.
    // biome-ignore lint/a11y/noStaticElementInteractions: the focused line answers Enter (use-editor-keys.ts)
    <g className="edge-plus" transform={`translate(${x} ${y})`} onClick={open}>
      <title>Add a step here</title>
      <circle r={11} />
      <path d="M-4.5 0h9M0 -4.5v9" />
    </g>
  )
}
