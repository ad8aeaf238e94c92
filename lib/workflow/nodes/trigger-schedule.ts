import { momentType, objectOf } from '../value-type'
import { type NodeKind, onlyOut } from './node-kind'

const output = objectOf({ at: { type: momentType, title: 'Planned time' } })

export const triggerSchedule: NodeKind<'trigger.schedule'> = {
  title: 'Schedule',
  summary: 'Starts at set times: every morning, each Monday, on the first of the month.',
  icon: 'calendar-clock',
  isTrigger: true,
  runs: true,
  mayFail: false,
  mayAsk: false,
  exitsOf: () => onlyOut,
  outputSchemaOf: () => output,
  mapBindings: (node) => node,
}
