import { HandrailError } from '@/lib/core/errors'
import type { Outcome, Ports, StepCall } from '@/lib/engine/contract'
import { act } from './execution/act'
import { askPeople } from './execution/ask-people'
import type { Execution } from './execution/execution'
import { passTime } from './execution/pass-time'
import { keepPending } from './execution/pending'
import { stepOfNode } from './execution/step-row'
import { think } from './execution/think'

/** The ports of a real run: each call is a durable step of the runtime, and its outcome a row of ours. */
export function portsOf(execution: Execution): Ports {
  return {
    act: (call) => act(execution, call),
    think: (call) => think(execution, call),
    ask: (call) => askPeople(execution, call),
    wait: (call) => passTime(execution, call),
    call: notYet,
    compute: notYet,
    record: (entries) => {
      for (const { node, outcome } of entries) keepPending(execution, stepOfNode(execution, node), outcome)
    },
  }
}

async function notYet({ node }: StepCall): Promise<Outcome> {
  throw new HandrailError({
    code: 'invalid_document',
    who: 'us',
    retry: 'no',
    message: `This version of Handrail cannot run a step of the type “${node.type}”. Remove it.`,
  })
}
