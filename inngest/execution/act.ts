import { HandrailError } from '@/lib/core/errors'
import type { Outcome, StepCall } from '@/lib/engine/contract'
import { pickedNames } from '@/lib/workflow/picked-names'
import { resolveInput } from '@/lib/workflow/resolve-input'
import { asksOf } from './ask-after-failure'
import type { Execution } from './execution'
import { factOf } from './fact-of'
import { gateOfAction } from './gate-of-action'
import { hostsInStep } from './hosts-in-step'
import { performCall } from './perform-call'
import { stepOfNode } from './step-row'

/** The port `act`: calls a connector's action. */
export async function act(execution: Execution, call: StepCall): Promise<Outcome> {
  const { node } = call
  if (node.type !== 'action') throw new TypeError(`${node.type} is no action`)
  const step = stepOfNode(execution, node)
  await performCall(execution, {
    step,
    settings: node.settings ?? {},
    asks: asksOf(node.settings),
    pauses: !['continue', 'exit'].includes(node.settings?.onError ?? 'stop'),
    source: {
      nodeId: node.id,
      title: step.title,
      actionId: node.action,
      connectionId: node.connection,
      hosts: hostsInStep(node.input),
      names: pickedNames(node.input),
      resolve: (action) => resolveInput(action, node.input, call),
    },
    checkGate: (prepared) => gateOfAction(execution, step, prepared),
    onRefused: async ({ message }) => {
      throw new HandrailError({ code: 'forbidden', who: 'user', retry: 'no', message })
    },
  })
  return factOf(execution, step.path).outcome
}
