import type { ExecutionRow } from '@/db/queries/runs/find-execution'
import type { RunId, WorkspaceId } from '@/lib/core/ids'
import type { Json } from '@/lib/core/json'
import type { Outcome, Plan, StepPath } from '@/lib/engine/contract'
import type { WorkspacePolicy } from '@/lib/policy/workspace-policy'
import type { WorkflowDocument } from '@/lib/workflow/document'
import type { DurableSteps } from './durable-steps'
import type { StepIdentity } from './step-row'

/** How one step ended, as stored, with what an agent's parts used. */
export type Fact = {
  readonly outcome: Outcome
  readonly tokensIn: number
  readonly tokensOut: number
  readonly cost: number
  readonly refusal: Refusal | null
}

/** Why an agent's call was not made: the rule's name, and the sentence for the model and the record. */
export type Refusal = { readonly rule: string; readonly message: string }

/** One call of the function that carries a run: what it knows, and where it keeps what it learns. */
export type Execution = {
  readonly run: ExecutionRow['run']
  readonly scope: { readonly workspaceId: WorkspaceId; readonly runId: RunId }
  readonly workflowName: string
  readonly policy: WorkspacePolicy
  readonly document: WorkflowDocument
  readonly plan: Plan
  /** The item of a loop whose steps these are; null at the top. */
  readonly item: StepPath | null
  readonly steps: DurableSteps
  /** How often the present step failed before, counted from 0 by the runtime. */
  readonly attempt: number
  /** How every step ended that has ended. Loaded once at the start of a call; steps of this call add theirs. */
  readonly facts: Map<string, Fact>
  /** Which input each `first` join went on with, by its path. */
  readonly winners: Map<StepPath, string>
  /** What each agent was told to do, as stored when its step began: the same for the whole step. */
  readonly tasks: Map<string, Json>
  /** Outcomes of steps that touch no port: stored with the next durable write. */
  readonly pending: Map<string, { readonly step: StepIdentity; readonly outcome: Outcome }>
  /** Bytes of all outputs so far. */
  readonly size: { bytes: number }
  /** Aborted when the run is cancelled: reads and models stop at once, effects under way are let finish. */
  readonly signal: AbortSignal
}

/** A run may hold this much: below what an Inngest server allows, and refused by us with a sentence. */
export const maximumStateBytes = 16 * 1024 * 1024
export const maximumSteps = 900
