import type { ErrorDetails } from '../core/errors'
import type { Json, JsonObject } from '../core/json'
import type { Field } from '../workflow/field'

/** Decimal US dollars for a million tokens. */
export type ModelPrice = { readonly inputPerMillion: number; readonly outputPerMillion: number }

/** What one call of a model used. `estimated`: the endpoint did not say, so it was counted from the text. */
export type ModelUsage = {
  readonly tokensIn: number
  readonly tokensOut: number
  readonly estimated?: boolean
}

/** An action offered to the model. `name` is unique in the task; `schema` is a strict JSON schema. */
export type TaskTool = {
  readonly name: string
  readonly action: string
  readonly description: string
  readonly schema: JsonObject
}

/** What the builder allows. Left out: `defaultLimits` for turns and calls, none for tokens and cost. */
export type AgentLimits = {
  readonly turns?: number | undefined
  readonly calls?: number | undefined
  readonly tokens?: number | undefined
  /** Decimal US dollars. */
  readonly cost?: number | undefined
}

/** Everything an agent node is to do, with nothing left to look up. It stays the same for the whole step. */
export type AgentTask = {
  /** Rendered text. */
  readonly instructions: string
  readonly input?: Json | undefined
  readonly model: string
  readonly tools: readonly TaskTool[]
  /** Empty: the answer is `{ text }`. */
  readonly output: readonly Field[]
  readonly limits: AgentLimits
  /** `null`: not known, and then a limit in money cannot be kept. */
  readonly price: ModelPrice | null
}

/** A call that the model asked for. `arguments` is `null` when `argumentsText` is not JSON. */
export type ModelCall = {
  /** The provider's id. It may repeat or be empty: only turn and index name a call. */
  readonly id: string
  readonly name: string
  readonly arguments: Json | null
  readonly argumentsText: string
}

/** One answer of a model, as stored: the only thing that later moves are decided from. */
export type ModelTurn = {
  readonly text: string
  readonly calls: readonly ModelCall[]
  readonly usage: ModelUsage
  readonly stopped: 'done' | 'length' | 'refused'
  readonly model: string
  readonly responseId: string | null
  /** Items that the endpoint wants back unchanged (encrypted reasoning with what follows from it); usually none. */
  readonly carry?: readonly JsonObject[]
}

export type ModelMessage =
  | { readonly role: 'user'; readonly text: string }
  | { readonly role: 'model'; readonly turn: ModelTurn }
  | { readonly role: 'tool'; readonly callId: string; readonly text: string }

/** One question to a model, whole: no endpoint has to remember an earlier one. */
export type ModelRequest = {
  readonly model: string
  readonly instructions: string
  readonly messages: readonly ModelMessage[]
  readonly tools: readonly TaskTool[]
  /** The shape that the final answer must have. */
  readonly output: { readonly name: string; readonly schema: JsonObject } | null
  /** `null`: as long as the model can. */
  readonly maxOutputTokens: number | null
}

export type AgentFailure = Pick<ErrorDetails, 'code' | 'who' | 'retry' | 'message'>

/**
 * How a call ended. `refused` was never executed: `rule` names what forbade it (`tool.unknown`, `tool.arguments`,
 * the policy's or the approval's own), and both are recorded.
 */
export type ToolResult =
  | { readonly status: 'done'; readonly output: Json }
  | { readonly status: 'failed'; readonly error: AgentFailure }
  | { readonly status: 'refused'; readonly rule: string; readonly message: string }

/** The recorded facts of an agent's step. `results` is keyed by `callKey(turn, index)`. */
export type AgentFacts = {
  readonly turns: readonly ModelTurn[]
  readonly results: ReadonlyMap<string, ToolResult>
}

/** A call's place: the suffix of its step's path (`t0.c1`). Never the provider's call id. */
export function callKey(turn: number, index: number): string {
  return `t${turn}.c${index}`
}

/** A call to settle. `run`: execute it, arguments fit the tool's schema. `refuse`: record `result` and no more. */
export type PlannedCall =
  | {
      readonly do: 'run'
      readonly index: number
      readonly name: string
      readonly action: string
      /** The tool's place in `task.tools`. */
      readonly tool: number
      readonly arguments: JsonObject
    }
  | {
      readonly do: 'refuse'
      readonly index: number
      readonly name: string
      readonly action: string | null
      readonly arguments: Json
      readonly result: Extract<ToolResult, { status: 'refused' }>
    }

/** What all turns so far used. */
export type AgentTotals = {
  readonly turns: number
  readonly calls: number
  readonly tokensIn: number
  readonly tokensOut: number
  /** Decimal US dollars; 0 when the price is not known. */
  readonly cost: number
}

export type AgentOutcome =
  | { readonly status: 'succeeded'; readonly output: JsonObject; readonly totals: AgentTotals }
  | { readonly status: 'failed'; readonly error: AgentFailure; readonly totals: AgentTotals }

/** What to do next: ask the model, settle these calls (those without a result yet), or end. */
export type AgentMove =
  | { readonly do: 'turn'; readonly index: number; readonly request: ModelRequest }
  | { readonly do: 'calls'; readonly turn: number; readonly calls: readonly PlannedCall[] }
  | { readonly do: 'end'; readonly outcome: AgentOutcome }
