import { openObjectType } from '../value-type'
import type { NodeKind } from './node-kind'

export const note: NodeKind<'note'> = {
  title: 'Note',
  summary: 'A remark on the canvas. It never runs.',
  icon: 'sticky-note',
  isTrigger: false,
  runs: false,
  mayFail: false,
  mayAsk: false,
  exitsOf: () => [],
  outputSchemaOf: () => openObjectType,
  mapBindings: (node) => node,
}
