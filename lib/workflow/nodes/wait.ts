import { momentType, objectOf } from '../value-type'
import { type NodeKind, onlyOut } from './node-kind'

const output = objectOf({ at: { type: momentType, title: 'Waited until' } })

export const wait: NodeKind<'wait'> = {
  title: 'Wait',
  summary: 'Waits for a time, or until a date, and survives restarts while it does.',
  icon: 'hourglass',
  isTrigger: false,
  runs: true,
  mayFail: true,
  exitsOf: () => onlyOut,
  outputSchemaOf: () => output,
  mapBindings: (node, map) =>
    'until' in node.config
      ? { ...node, config: { until: map.binding('config.until', node.config.until) } }
      : node,
}
