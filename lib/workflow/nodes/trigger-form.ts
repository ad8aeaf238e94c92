import { valueTypeOfFields } from '../value-type-of-fields'
import { type NodeKind, onlyOut } from './node-kind'

export const triggerForm: NodeKind<'trigger.form'> = {
  title: 'Form',
  summary: 'Starts when someone fills in a form or calls the API.',
  icon: 'square-pen',
  isTrigger: true,
  runs: true,
  mayFail: false,
  mayAsk: false,
  exitsOf: () => onlyOut,
  outputSchemaOf: (node) => valueTypeOfFields(node.config.fields, 'as_said'),
  mapBindings: (node) => node,
}
