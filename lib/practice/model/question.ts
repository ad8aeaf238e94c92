import type { Json, JsonObject } from '../../core/json'

export type OfferedTool = { readonly name: string; readonly description: string; readonly schema: JsonObject }

/** What a request asks, whichever API it came by. */
export type Question = {
  /** Texts of the system, then of the user, in order. */
  readonly system: readonly string[]
  readonly user: readonly string[]
  readonly tools: readonly OfferedTool[]
  readonly mayCall: boolean
  /** The calls made so far in this conversation, with what came back. */
  readonly calls: readonly { readonly name: string; readonly result: string | null }[]
  readonly schema: JsonObject | null
  readonly wantsJson: boolean
}

export type PracticeAnswer = {
  readonly text: string
  readonly calls: readonly { readonly name: string; readonly arguments: Json }[]
}
