import type { Action } from '../connectors/contract'
import { assertNever } from '../core/assert-never'
import { needsGate } from './effects-of'
import type { WorkspacePolicy } from './workspace-policy'

/** Who makes the call: a step that a person drew, or a model that chose it. */
export type Caller = {
  readonly kind: 'step' | 'agent'
  /** What the builder says of the tool. It can ask for more than the policy does, never for less. */
  readonly approval?: 'policy' | 'always' | 'never' | undefined
}

/**
 * May the call be made at once, or does a person decide first? A step that a person drew is gated by the approvals
 * drawn around it (`coverage`), so it is allowed here; a call that a model chose is held against the policy.
 */
export function decideCall(action: Action, caller: Caller, policy: WorkspacePolicy): 'allow' | 'ask' {
  if (caller.approval === 'always') return 'ask'
  if (caller.kind === 'step' || action.effect === 'read') return 'allow'
  switch (policy.agentCalls) {
    case 'all_free':
      return 'allow'
    case 'writes_free':
      return needsGate(action) ? 'ask' : 'allow'
    case 'reads_free':
      return 'ask'
    default:
      return assertNever(policy.agentCalls)
  }
}
