import { z } from 'zod'
import { toast } from '@/components/ui/toast'
import { edgeSchema, nodeSchema } from '@/lib/workflow/document'
import { type Fragment, fragmentOf, pasteNodes } from '@/lib/workflow/edits/paste-nodes'
import { kindOf } from '@/lib/workflow/nodes/node-kinds'
import { type EditorStore, edit } from '../store/create-editor-store'
import { wholeIndex } from '../store/node-index'
import { deleteSelection } from './selection-edits'

/** Steps as they travel on the system's clipboard, between workflows and windows. */
const clipboardSchema = z.object({
  handrail: z.literal('steps'),
  nodes: z.array(nodeSchema).min(1).max(1_000),
  edges: z.array(edgeSchema).max(5_000),
})

export function toClipboardText({ nodes, edges }: Fragment): string {
  return JSON.stringify({ handrail: 'steps', nodes, edges }, null, 2)
}

/** The steps in a clipboard's text, or null when it holds something else. */
export function fromClipboardText(text: string): Fragment | null {
  try {
    const parsed = clipboardSchema.safeParse(JSON.parse(text))
    return parsed.success ? parsed.data : null
  } catch {
    return null
  }
}

export function copySelection(store: EditorStore, data: DataTransfer | null): boolean {
  const { document, selectedNodes } = store.getState()
  if (selectedNodes.size === 0) return false
  data?.setData('text/plain', toClipboardText(fragmentOf(document, selectedNodes)))
  return true
}

export function cutSelection(store: EditorStore, data: DataTransfer | null): boolean {
  if (!copySelection(store, data)) return false
  deleteSelection(store)
  return true
}

/** Pastes steps beside where they were copied from. Text that holds none is left alone. */
export function pasteText(store: EditorStore, text: string): boolean {
  const copied = fromClipboardText(text)
  if (!copied) {
    if (text.includes('"handrail"'))
      toast.failed('The clipboard holds steps that this version does not know.')
    return false
  }
  const { document, whole, inside } = store.getState()
  const isInside = inside.length > 0
  const fragment = isInside ? withoutTriggers(copied) : copied
  if (fragment.nodes.length < copied.nodes.length)
    toast.failed('A trigger cannot stand inside of a loop: the other steps are pasted without it.')
  if (fragment.nodes.length === 0) return true
  const copy = pasteNodes(document, fragment, { x: 40, y: 48 }, wholeIndex(whole).keys())
  const label = fragment.nodes.length === 1 ? 'Paste a step' : `Paste ${fragment.nodes.length} steps`
  edit(store, label, () => copy.document, { select: copy.ids })
  return true
}

function withoutTriggers({ nodes, edges }: Fragment): Fragment {
  const kept = nodes.filter((node) => !kindOf(node).isTrigger)
  const ids = new Set(kept.map(({ id }) => id))
  return { nodes: kept, edges: edges.filter(({ from, to }) => ids.has(from) && ids.has(to)) }
}
