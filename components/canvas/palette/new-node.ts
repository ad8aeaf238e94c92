import type { NodeOf, NodeType } from '@/lib/workflow/document'
import { nodeKinds } from '@/lib/workflow/nodes/node-kinds'

type Start = { readonly [Type in Exclude<NodeType, 'action'>]: () => NodeOf<Type>['config'] }

/** What a new node of each type starts with: enough to read as a sentence, nothing to take back. */
const starts: Start = {
  'trigger.form': () => ({ fields: [] }),
  'trigger.schedule': () => ({
    cron: '0 9 * * 1-5',
    zone: Intl.DateTimeFormat().resolvedOptions().timeZone || 'UTC',
  }),
  'trigger.webhook': () => ({ answer: 'accepted' }),
  'trigger.workflow': () => ({ fields: [] }),
  agent: () => ({ instructions: { value: '' }, tools: [], output: [] }),
  approval: () => ({ approvers: [], quorum: 1 }),
  condition: () => ({
    branches: [{ exit: 'yes', label: 'Yes', when: { all: [] } }],
    otherwise: 'no',
  }),
  set: () => ({ fields: [] }),
  list: () => ({ items: { value: '' } }),
  each: () => ({ items: { value: '' }, concurrency: 1, body: { nodes: [], edges: [] }, onError: 'stop' }),
  repeat: () => ({ body: { nodes: [], edges: [] }, until: { all: [] }, cap: 10 }),
  workflow: () => ({ workflow: '', input: {} }),
  wait: () => ({ for: 'PT1H' }),
  respond: () => ({ status: 200, body: { value: '' } }),
  stop: () => ({ status: 'succeeded' }),
  note: () => ({ text: '' }),
}

/** A new node of a type, with its starting configuration and its kind's name. */
export function newNode<Type extends Exclude<NodeType, 'action'>>(type: Type, id: string) {
  const { title } = nodeKinds[type]
  return { id, type, ...(type === 'note' ? {} : { name: title }), config: starts[type]() }
}
