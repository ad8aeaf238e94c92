import type { Outcome, StepCall } from '@/lib/engine/contract'
import type { Execution } from './execution'

export async function think(_execution: Execution, _call: StepCall): Promise<Outcome> {
  return { status: 'skipped' }
}
