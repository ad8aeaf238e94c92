import { anyType } from '../value-type'
import { valueTypeOfSchema } from '../value-type-of-schema'
import { mapRecord } from './map-record'
import { type NodeKind, onlyOut } from './node-kind'

export const action: NodeKind<'action'> = {
  title: 'Action',
  summary: 'Does one thing in a connected product.',
  icon: 'zap',
  isTrigger: false,
  runs: true,
  mayFail: true,
  mayAsk: true,
  exitsOf: () => onlyOut,
  outputSchemaOf: (node, { actions }) => {
    const found = actions.get(node.action)
    return found ? valueTypeOfSchema(found.output, 'output') : anyType
  },
  mapBindings: (node, map) => ({
    ...node,
    input: mapRecord(node.input, (key, binding) => map.binding(`input.${key}`, binding)),
  }),
}
