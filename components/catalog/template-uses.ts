import { getAction } from '@/lib/connectors'
import type { Effect } from '@/lib/connectors/contract'
import type { WorkflowDocument } from '@/lib/workflow/document'

export type TemplateUse = {
  readonly action: string
  readonly connector: string
  readonly title: string
  readonly summary: string
  readonly effect: Effect
  readonly byAgent: boolean
}

/** Every action that a document would call, once each. */
export function usesOf(document: WorkflowDocument): readonly TemplateUse[] {
  const called = document.nodes.flatMap((node) => {
    if (node.type === 'action') return [{ action: node.action, byAgent: false }]
    if (node.type === 'agent') return node.config.tools.map(({ action }) => ({ action, byAgent: true }))
    return []
  })
  const uses = new Map<string, TemplateUse>()
  for (const { action: id, byAgent } of called) {
    const action = getAction(id)
    if (!action || uses.has(id)) continue
    const { title, summary, effect } = action
    uses.set(id, { action: id, connector: id.split('.')[0] ?? id, title, summary, effect, byAgent })
  }
  return [...uses.values()]
}
