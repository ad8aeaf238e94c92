import type { FitViewOptions, Rect, Viewport } from '@xyflow/react'
import type { WorkflowDocument } from '@/lib/workflow/document'

const readable = 0.85

type Camera = {
  fitView(options: FitViewOptions): Promise<boolean>
  setViewport(viewport: Viewport): Promise<boolean>
  getNodesBounds(ids: string[]): Rect
}

/**
 * What is seen first: everything, when it can be read at that size; else the beginning, at a size that can be read.
 */
export function showOpeningView(flow: Camera, document: WorkflowDocument): void {
  const frame = globalThis.document.querySelector('.workflow-canvas')?.getBoundingClientRect()
  if (!frame) return
  if (document.nodes.length === 0) {
    // The first step is put at the origin: at the left, a third down.
    void flow.setViewport({ x: 80, y: Math.round(frame.height / 3), zoom: 1 })
    return
  }
  const bounds = flow.getNodesBounds(document.nodes.map((node) => node.id))
  const fits = Math.min((frame.width - 96) / bounds.width, (frame.height - 160) / bounds.height, 1)
  if (fits >= 0.72) {
    void flow.fitView({ padding: 0.08, maxZoom: 1 })
    return
  }
  const first = document.nodes.find((node) => node.type.startsWith('trigger.')) ?? document.nodes[0]
  const { x, y } = first?.position ?? bounds
  const middle = bounds.height * readable < frame.height - 160 ? bounds.y + bounds.height / 2 : y + 60
  void flow.setViewport({ x: 56 - x * readable, y: frame.height / 2 - middle * readable, zoom: readable })
}
