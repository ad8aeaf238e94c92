import { actions } from '@/lib/connectors'
import { toPaletteEntry } from '@/lib/connectors/derive/to-palette-entry'
import { type NodeType, nodeSchema } from '@/lib/workflow/document'
import { nodeKinds } from '@/lib/workflow/nodes/node-kinds'
import { newNode } from './new-node'
import type { PaletteItem } from './palette-item'

type OwnType = Exclude<NodeType, 'action'>

const own: readonly {
  readonly type: OwnType
  readonly group: string
  readonly keywords: readonly string[]
}[] = [
  { type: 'trigger.form', group: 'Start', keywords: ['trigger', 'input', 'manual', 'question'] },
  { type: 'trigger.schedule', group: 'Start', keywords: ['trigger', 'cron', 'daily', 'every', 'time'] },
  { type: 'trigger.webhook', group: 'Start', keywords: ['trigger', 'http', 'api', 'call', 'receive'] },
  {
    type: 'trigger.workflow',
    group: 'Start',
    keywords: ['trigger', 'call', 'sub-workflow', 'subworkflow', 'child', 'reuse'],
  },
  {
    type: 'agent',
    group: 'AI',
    keywords: ['ai', 'model', 'llm', 'prompt', 'classify', 'summarise', 'write'],
  },
  { type: 'approval', group: 'People', keywords: ['human', 'ask', 'review', 'decide', 'gate'] },
  { type: 'condition', group: 'Logic', keywords: ['if', 'else', 'branch', 'switch', 'when'] },
  { type: 'set', group: 'Logic', keywords: ['variable', 'edit', 'values', 'fields', 'map'] },
  { type: 'each', group: 'Logic', keywords: ['loop', 'foreach', 'iterate', 'batch', 'map', 'every item'] },
  { type: 'repeat', group: 'Logic', keywords: ['loop', 'until', 'while', 'poll', 'again'] },
  { type: 'list', group: 'Logic', keywords: ['filter', 'sort', 'unique', 'group', 'limit', 'sum', 'array'] },
  {
    type: 'workflow',
    group: 'Logic',
    keywords: ['sub-workflow', 'subworkflow', 'execute', 'call', 'reuse', 'child'],
  },
  { type: 'wait', group: 'Logic', keywords: ['delay', 'sleep', 'pause', 'until'] },
  { type: 'respond', group: 'Logic', keywords: ['answer', 'reply', 'webhook', 'return', 'http'] },
  { type: 'stop', group: 'Logic', keywords: ['end', 'fail', 'finish', 'exit'] },
  { type: 'note', group: 'Logic', keywords: ['comment', 'remark', 'text'] },
]

/** Everything that can be added, in the order of the palette. */
export const paletteItems: readonly PaletteItem[] = [
  ...own.map(({ type, group, keywords }): PaletteItem => {
    const kind = nodeKinds[type]
    return {
      key: `type:${type}`,
      group,
      title: kind.title,
      summary: kind.summary,
      icon: type,
      effect: null,
      isTrigger: kind.isTrigger,
      connector: null,
      keywords,
      make: (id) => nodeSchema.parse(newNode(type, id)),
    }
  }),
  ...actions.map((action): PaletteItem => {
    const entry = toPaletteEntry(action)
    return {
      key: `action:${action.id}`,
      group: entry.connectorTitle,
      title: entry.title,
      summary: entry.summary,
      icon: entry.icon,
      effect: entry.effect,
      isTrigger: false,
      connector: entry.connector,
      keywords: [entry.connectorTitle, action.id.replaceAll('.', ' ')],
      make: (id) => ({ id, type: 'action', action: action.id, name: entry.title, input: {} }),
    }
  }),
]

const byKey = new Map(paletteItems.map((item) => [item.key, item]))

export function itemByKey(key: string): PaletteItem | undefined {
  return byKey.get(key)
}
