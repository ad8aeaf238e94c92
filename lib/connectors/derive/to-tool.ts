import type { Action } from '../contract'
import { getConnector } from '../index'
import type { FieldShape } from './shape-of'
import { closed, nullable, type StrictSchema, toStrictSchema } from './strict-schema'
import { agentFieldsOf, type ToolFields, toolNameOf } from './tool-fields'

/** An action as a model sees it: a function with a strict schema. */
export type ToolDefinition = {
  readonly name: string
  readonly description: string
  readonly parameters: StrictSchema
  readonly strict: true
}

/** The tool that an agent is given. Only the fields that the agent fills appear in it. */
export function toTool(action: Action, fields: ToolFields): ToolDefinition {
  const properties = agentFieldsOf(action, fields).map((field) => [field.key, toProperty(field)] as const)
  const product = getConnector(action.id)?.title
  return {
    name: toolNameOf(action.id),
    description: `${product ? `${product}: ` : ''}${action.summary} ${action.guidance}`,
    parameters: closed(Object.fromEntries(properties)),
    strict: true,
  }
}

function toProperty({ meta, inner, required }: FieldShape): StrictSchema {
  const title = /[.!?]$/.test(meta.title) ? meta.title : `${meta.title}.`
  const schema = toStrictSchema(inner, meta.description ? `${title} ${meta.description}` : title)
  return required ? schema : nullable(schema)
}
