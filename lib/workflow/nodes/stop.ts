import { openObjectType } from '../value-type'
import { mapText } from './map-text'
import type { NodeKind } from './node-kind'

export const stop: NodeKind<'stop'> = {
  title: 'Stop',
  summary: 'Ends the run here, as succeeded or as failed.',
  icon: 'octagon-x',
  isTrigger: false,
  runs: true,
  mayFail: false,
  mayAsk: false,
  exitsOf: () => [],
  outputSchemaOf: () => openObjectType,
  mapBindings: (node, map) => {
    const { message } = node.config
    if (!message) return node
    return { ...node, config: { ...node.config, message: mapText('config.message', message, map) } }
  },
}
