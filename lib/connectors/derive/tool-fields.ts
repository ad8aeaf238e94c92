import type { Json } from '../../core/json'
import type { Action } from '../contract'
import { type FieldShape, shapeOf } from './shape-of'

/** Who fills a field of a tool: the agent, the builder with a value, or nobody. */
export type ToolField =
  | { readonly mode: 'agent' }
  | { readonly mode: 'fixed'; readonly value: Json }
  | { readonly mode: 'empty' }

/** By the field's key. */
export type ToolFields = Readonly<Record<string, ToolField>>

/**
 * Who fills each field when the builder has not said: the agent, but never a destination. An agent may choose where
 * an effect goes only if the builder says so in as many words.
 */
export function modeOf(field: FieldShape, fields: ToolFields): ToolField {
  const said = Object.hasOwn(fields, field.key) ? fields[field.key] : undefined
  // What a far side reads as a command is no agent's to write, whatever a document says.
  if (field.meta.literal) return said?.mode === 'fixed' ? said : { mode: 'empty' }
  return said ?? { mode: field.meta.destination ? 'empty' : 'agent' }
}

/** The fields that the model sees. */
export function agentFieldsOf(action: Action, fields: ToolFields): readonly FieldShape[] {
  return shapeOf(action.input).filter((field) => modeOf(field, fields).mode === 'agent')
}

/** Names of tools allow letters, digits, `_` and `-` only. */
export function toolNameOf(actionId: string): string {
  return actionId.replaceAll('.', '__')
}
