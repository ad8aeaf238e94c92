import type { CallBody } from '@/inngest/embedded/sdk'
import { type Exchange, hashOf, type Transcript } from './transcripts'

/** The event that starts the run of every transcript. */
export const trigger = { id: 'evt_go', name: 'go', data: { n: 7 }, ts: 1_750_000_000_000 } as const

/** The body of a transcript's call, as the protocol writes it. Without `qi_id` and `fn_id` the SDK stores nothing by itself. */
export function toCallBody(
  { attempts = 4 }: Transcript,
  { call }: Exchange,
): Omit<CallBody, 'ctx'> & { readonly ctx: object } {
  const ended = (call.ended ?? []).map(([step, result]) => [hashOf(step), result] as const)
  return {
    version: 2,
    event: trigger,
    events: [trigger],
    steps: Object.fromEntries(
      ended.map(([hash, result]) => [
        hash,
        'data' in result ? { type: 'data', data: result.data } : { type: 'error', error: result.error },
      ]),
    ),
    ctx: {
      run_id: 'run_1',
      attempt: call.attempt ?? 0,
      max_attempts: attempts,
      disable_immediate_execution: call.mustPlan ?? false,
      use_api: false,
      stack: { stack: ended.map(([hash]) => hash), current: ended.length - 1 },
    },
  }
}
