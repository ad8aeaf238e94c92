import { anyType, objectOf, openObjectType, textType } from '../value-type'
import { type NodeKind, onlyOut } from './node-kind'

const output = objectOf({
  method: { type: textType, title: 'Method' },
  headers: { type: openObjectType, title: 'Headers' },
  query: { type: openObjectType, title: 'Query' },
  body: { type: anyType, title: 'Body' },
})

export const triggerWebhook: NodeKind<'trigger.webhook'> = {
  title: 'Webhook',
  summary: 'Starts when another system calls the address of this workflow.',
  icon: 'webhook',
  isTrigger: true,
  runs: true,
  mayFail: false,
  mayAsk: false,
  exitsOf: () => onlyOut,
  outputSchemaOf: () => output,
  mapBindings: (node) => node,
}
