import type { Outcome, Ports, StepCall } from '@/lib/engine/contract'
import { act } from './execution/act'
import { askPeople } from './execution/ask-people'
import { callWorkflow } from './execution/call-workflow'
import { chooseFirst } from './execution/choose-first'
import type { Execution } from './execution/execution'
import { runLoop } from './execution/loop/run-loop'
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
    call: (call) => callOther(execution, call),
    compute: () => Promise.reject(new TypeError('No kind of step is computed in a sandbox.')),
    choose: (choice) => chooseFirst(execution, choice),
    record: (entries) => {
      for (const { node, outcome } of entries) keepPending(execution, stepOfNode(execution, node), outcome)
    },
  }
}

/** What is carried by calls of its own: the items of a loop, or another workflow. */
function callOther(execution: Execution, call: StepCall): Promise<Outcome> {
  const { node } = call
  return node.type === 'workflow' ? callWorkflow(execution, call, node) : runLoop(execution, call)
}
