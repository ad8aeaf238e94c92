import type { JsonObject } from '../core/json'

/** What the fields of one step are resolved against. A `StepCall` of the engine is one. */
export type StepScope = {
  /** Outputs of earlier steps, by node id. */
  readonly scope: JsonObject
  /** The run's time in epoch milliseconds: what Liquid and CEL call now. */
  readonly now: number
  /** The node whose step is resolved: errors name it. */
  readonly node: { readonly id: string; readonly name?: string | undefined }
}

/** How an error names the node to a person. */
export function nameOf(node: { readonly id: string; readonly name?: string | undefined }): string {
  return node.name?.trim() || node.id
}
