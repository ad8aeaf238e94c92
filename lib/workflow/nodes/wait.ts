import { anyType, momentType, objectOf } from '../value-type'
import { type NodeKind, onlyOut } from './node-kind'

/** An address that nobody called in time. */
const exitsOfCall = [...onlyOut, { exit: 'expired', label: 'Expired' }] as const

const output = objectOf({ at: { type: momentType, title: 'Waited until' } })

export const wait: NodeKind<'wait'> = {
  title: 'Wait',
  summary: 'Waits for a time, until a date, or until another system calls; restarts do not matter.',
  icon: 'hourglass',
  isTrigger: false,
  runs: true,
  mayFail: true,
  mayAsk: false,
  exitsOf: ({ config }) => ('call' in config ? exitsOfCall : onlyOut),
  outputSchemaOf: ({ config }) => ('call' in config ? anyType : output),
  mapBindings: (node, map) =>
    'until' in node.config
      ? { ...node, config: { until: map.binding('config.until', node.config.until) } }
      : node,
}
