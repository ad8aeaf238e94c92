import type { Execution } from './execution'
import type { Gate } from './gate'
import type { PreparedCall } from './prepared-call'
import type { StepIdentity } from './step-row'

export async function gateOfAction(
  _execution: Execution,
  _step: StepIdentity,
  _call: PreparedCall,
): Promise<Gate> {
  return { state: 'open' }
}
