import { anyType } from '../value-type'
import { valueTypeOfFields } from '../value-type-of-fields'
import { mapRecord } from './map-record'
import { type NodeKind, onlyOut } from './node-kind'

export const workflow: NodeKind<'workflow'> = {
  title: 'Call a workflow',
  summary: 'Runs another workflow of this workspace and uses what it gives.',
  icon: 'workflow',
  isTrigger: false,
  runs: true,
  mayFail: true,
  mayAsk: true,
  exitsOf: () => onlyOut,
  outputSchemaOf: ({ config }, { workflows }) => {
    const output = workflows.get(config.workflow)?.output ?? []
    return output.length > 0 ? valueTypeOfFields(output, 'as_said') : anyType
  },
  mapBindings: (node, map) => ({
    ...node,
    config: {
      ...node.config,
      input: mapRecord(node.config.input, (key, binding) => map.binding(`config.input.${key}`, binding)),
    },
  }),
}
