import type { RunId, VersionId, WorkspaceId } from '@/lib/core/ids'
import type { StepPath } from '@/lib/engine/contract'

/** What a durable step leaves behind in the runtime's memo: a reference, never an output. */
export type Memo =
  | { readonly state: 'ended' }
  /** Another run was stored, and is to be carried. */
  | { readonly state: 'called'; readonly runId: RunId; readonly versionId: VersionId }
  /** What the step is made of is to be done once more: a person said so. */
  | { readonly state: 'again' }
  /** The step goes on when the signal comes, or at this time (ISO 8601). */
  | { readonly state: 'waits'; readonly signal: string; readonly until: string | null }
  | { readonly state: 'sleeps'; readonly until: string }

/** The runtime's durable steps, as far as the ports use them. Each id is used once in a run. */
export type DurableSteps = {
  run(id: string, name: string, body: () => Promise<Memo>): Promise<Memo>
  waitForSignal(id: string, wait: { readonly signal: string; readonly until: string | null }): Promise<void>
  sleepUntil(id: string, until: string): Promise<void>
  /** Has some items of a loop, or another run, carried by a call of their own. Throws when that broke. */
  invoke(id: string, child: LaneCall | RunCall): Promise<unknown>
  /** How many of them this call has asked for so far. */
  count(): number
}

/** Items of one loop that are carried one after another. */
export type LaneCall = {
  readonly kind: 'lane'
  readonly workspaceId: WorkspaceId
  readonly runId: RunId
  readonly loop: StepPath
  /** The first item, and how many lie between two of them. */
  readonly from: number
  readonly step: number
}

/** Another run, that a step of this one calls. */
export type RunCall = {
  readonly kind: 'run'
  readonly workspaceId: WorkspaceId
  readonly runId: RunId
  readonly versionId: VersionId
}

/**
 * Performs one step durably. Its body is a state machine over what is stored: each time it is entered it does what can
 * be done, and says whether the step has ended or what it waits for. `isResumed` is true after a wait, and `signal` names
 * what it waited for, if not a time.
 */
export async function durable(
  steps: DurableSteps,
  { path, name }: { readonly path: string; readonly name: string },
  body: (isResumed: boolean, signal: string | undefined) => Promise<Memo>,
): Promise<Memo> {
  let signal: string | undefined
  for (let round = 0; ; round++) {
    const id = round === 0 ? `n:${path}` : `n:${path}.r${round}`
    const memo = await steps.run(id, name, () => body(round > 0, signal))
    signal = memo.state === 'waits' ? memo.signal : undefined
    if (memo.state === 'sleeps') await steps.sleepUntil(`n:${path}.w${round}`, memo.until)
    else if (memo.state !== 'waits') return memo
    else await steps.waitForSignal(`n:${path}.w${round}`, memo)
  }
}
