'use client'

import type { WorkflowNode } from '@/lib/workflow/document'
import { kindOf } from '@/lib/workflow/nodes/node-kinds'

export function NodeSentence({ node }: { node: WorkflowNode }) {
  return <p className="line-clamp-3 text-muted">{kindOf(node).summary}</p>
}
