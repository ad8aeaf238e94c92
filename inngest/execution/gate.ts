import type { Memo } from './durable-steps'
import type { PreparedCall } from './prepared-call'

/** What stands between a call and its sending. */
export type Gate =
  | { readonly state: 'open' }
  /** An approval is pending; the step is marked as waiting for it. */
  | Extract<Memo, { readonly state: 'waits' }>
  /** People said no, or nobody answered in time: `rule` is what is recorded. */
  | { readonly state: 'refused'; readonly rule: string; readonly message: string }

/** Asks before each sending whether this very call may go out; opens an approval where one is needed. */
export type CheckGate = (call: PreparedCall) => Promise<Gate>
