import type { PreparedCall } from './prepared-call'

/** What stands between a call and its sending. */
export type Gate =
  | { readonly state: 'open' }
  | {
      readonly state: 'waits'
      readonly approvalId: string
      readonly until: string | null
      readonly note: string
    }
  /** People said no, or nobody answered in time: `rule` is what is recorded. */
  | { readonly state: 'refused'; readonly rule: string; readonly message: string }

/** Asks before each sending whether this very call may go out; opens an approval where one is needed. */
export type CheckGate = (call: PreparedCall) => Promise<Gate>
