import type { ErrorCode, Responsible, RetryAdvice } from '../core/errors'
import type { Json, JsonObject } from '../core/json'
import type { WorkflowNode } from '../workflow/document'

/** A step's place in a run: the node's id, with the item's index inside a loop (`each_1[3].send`). */
export type StepPath = string

export type StepError = {
  readonly code: ErrorCode
  readonly who: Responsible
  readonly retry: RetryAdvice
  readonly message: string
  readonly field?: string
}

/** How a step ended: the recorded fact that everything after it follows from. */
export type Outcome =
  | { readonly status: 'succeeded'; readonly exit: string; readonly output: Json }
  /** `exit` is `error` when the node's settings send failures out that way, `out` when they continue. */
  | { readonly status: 'failed'; readonly error: StepError; readonly exit?: string }
  | { readonly status: 'skipped' }
  /** Called off while it was under way: another branch came first. */
  | { readonly status: 'cancelled' }

/** The facts of a run so far, or of one item of a loop. `outcomes` holds ended steps only. */
export type RunState = {
  /** The trigger that started the run, and what it brought. Of an item: the loop, and what its id stands for inside. */
  readonly trigger: { readonly node: string; readonly output: Json }
  /** What Liquid and CEL call now, epoch milliseconds: fixed for the run, so that replay computes the same. */
  readonly now: number
  /** By node id. */
  readonly outcomes: ReadonlyMap<string, Outcome>
  /** Which input each `first` join went on with, by node id. */
  readonly winners?: ReadonlyMap<string, string>
  /** Of an item: what stands before its steps' ids in their paths (`each_1[3].`). */
  readonly prefix?: string
  /** Of an item: what its steps may read of the steps outside, by node id. */
  readonly outer?: JsonObject
}

/** A document, or the body of a loop, made ready to run: edges indexed, order fixed, nothing left to look up. */
export type Plan = {
  /** The loop whose body it is: all steps without an input start. Null: only the trigger does. */
  readonly loop: string | null
  readonly nodes: ReadonlyMap<string, PlannedNode>
  /** Topological: every node stands after all that lead to it. */
  readonly order: readonly string[]
  readonly triggers: readonly string[]
}

export type PlannedNode = {
  readonly node: WorkflowNode
  readonly inputs: readonly { readonly from: string; readonly exit: string }[]
  readonly outputs: readonly { readonly exit: string; readonly to: string }[]
  /** The steps before it that its fields mention: what its scope holds, and nothing else. */
  readonly reads: readonly string[]
  /** What it reads of steps outside of the body that it stands in. */
  readonly outerReads: readonly string[]
  /** It goes on with the first of its inputs that is live, and does not wait for the others. */
  readonly joinsFirst: boolean
  /** Of such a step: those whose every way leads to it. They are called off when it goes on. */
  readonly rivals: readonly string[]
  /** What a loop does for each item. */
  readonly body?: Plan
  /** Passed over: it is skipped, and what leads to it leads on to what its `out` leads to. */
  readonly isPassedOver: boolean
}

/** What `next` asks for: run these steps, note that these are skipped or called off, or end. */
export type Command =
  | { readonly do: 'run'; readonly path: StepPath; readonly node: WorkflowNode }
  | { readonly do: 'skip'; readonly path: StepPath; readonly node: WorkflowNode }
  /** Record that this `first` join goes on with this input. */
  | { readonly do: 'choose'; readonly path: StepPath; readonly node: WorkflowNode; readonly from: string }
  /** Another branch came first: end the step as cancelled, begun or not. */
  | { readonly do: 'cancel'; readonly path: StepPath; readonly node: WorkflowNode }
  | {
      readonly do: 'end'
      readonly status: 'succeeded' | 'failed'
      readonly error?: StepError & { readonly path?: StepPath }
    }

/** What a handler is told of the step that it performs. */
export type StepCall = {
  readonly path: StepPath
  readonly node: WorkflowNode
  /**
   * Outputs of the earlier steps that the node's fields mention, by node id: what bindings resolve against. A step that
   * failed and went out of `error` gives `{ code, message, retryable }`.
   */
  readonly scope: JsonObject
  readonly now: number
  /** The facts of the run when the step became ready: what an approval's card is filled from. */
  readonly state: RunState
  /** What a loop does for each item. */
  readonly body?: Plan
}

/** A `first` join that one of its inputs has come in for. */
export type Choice = {
  readonly path: StepPath
  readonly node: WorkflowNode
  /** The step whose input came in. */
  readonly from: string
  /** Ids of the other branches' steps that are under way and would be called off. */
  readonly underWay: readonly string[]
}

/** What was recorded of such a choice: the first record stands. */
export type Chosen = {
  readonly from: string
  /** How those under way ended, or that they were called off, by node id. */
  readonly ended: ReadonlyMap<string, Outcome>
}

/** How a run ended. */
export type RunEnd = {
  readonly status: 'succeeded' | 'failed'
  /** The output of the step that came last; of several, an object by node id; of a stop, `{ status, message }`. */
  readonly output: Json
  readonly error?: StepError & { readonly path?: StepPath }
  readonly outcomes: ReadonlyMap<string, Outcome>
}

/**
 * The six ways a step reaches the world. Three sets exist: Inngest (`inngest/ports.ts`), rehearsal, and fakes for
 * tests. Each call is durable: when it returns, its outcome is stored, and asking again returns what is stored.
 */
export type Ports = {
  /** Calls a connector's action. */
  act(call: StepCall): Promise<Outcome>
  /** Lets a model work: an agent's turns and tool calls. */
  think(call: StepCall): Promise<Outcome>
  /** Asks people and waits for their decision. */
  ask(call: StepCall): Promise<Outcome>
  /** Lets time pass. */
  wait(call: StepCall): Promise<Outcome>
  /** Runs something of its own and waits for it: another workflow, or what a loop does for each item. */
  call(call: StepCall): Promise<Outcome>
  /** Runs a person's code in the sandbox. */
  compute(call: StepCall): Promise<Outcome>
  /** Records which branch came first, and calls the others off. */
  choose(choice: Choice): Promise<Chosen>
  /**
   * Notes the outcomes of steps that touch no port. They may be written later, together with the next durable write:
   * they can be computed again from what came before.
   */
  record(
    entries: readonly { readonly path: StepPath; readonly node: WorkflowNode; readonly outcome: Outcome }[],
  ): void
}
