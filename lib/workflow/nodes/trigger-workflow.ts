import { valueTypeOfFields } from '../value-type-of-fields'
import { type NodeKind, onlyOut } from './node-kind'

export const triggerWorkflow: NodeKind<'trigger.workflow'> = {
  title: 'Called by a workflow',
  summary: 'Starts when another workflow calls this one, and gives its result back.',
  icon: 'corner-down-right',
  isTrigger: true,
  runs: true,
  mayFail: false,
  mayAsk: false,
  exitsOf: () => onlyOut,
  outputSchemaOf: (node) => valueTypeOfFields(node.config.fields, 'as_said'),
  mapBindings: (node) => node,
}
