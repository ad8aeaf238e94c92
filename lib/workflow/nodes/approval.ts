import { objectOf, openObjectType, textType } from '../value-type'
import { mapText } from './map-text'
import type { NodeKind } from './node-kind'

const exits = [
  { exit: 'approved', label: 'Approved' },
  { exit: 'rejected', label: 'Rejected' },
  { exit: 'expired', label: 'Expired' },
] as const

/** Never null: who decided and the comment are empty text when nobody did. */
const output = objectOf({
  decision: { type: { kind: 'text', choices: exits.map(({ exit }) => exit) }, title: 'Decision' },
  by: { type: textType, title: 'Decided by' },
  comment: { type: textType, title: 'Comment' },
  edits: { type: openObjectType, title: 'Edits' },
})

export const approval: NodeKind<'approval'> = {
  title: 'Approval',
  summary: 'Waits until a person has decided. Shows them exactly what happens next.',
  icon: 'user-check',
  isTrigger: false,
  runs: true,
  mayFail: true,
  mayAsk: false,
  exitsOf: () => exits,
  outputSchemaOf: () => output,
  mapBindings: (node, map) => {
    const { message } = node.config
    if (!message) return node
    return { ...node, config: { ...node.config, message: mapText('config.message', message, map) } }
  },
}
