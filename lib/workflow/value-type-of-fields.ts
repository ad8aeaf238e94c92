import type { Field } from './field'
import {
  anyType,
  booleanType,
  type FieldOfType,
  listOf,
  numberType,
  type ObjectType,
  openObjectType,
  textType,
  type ValueType,
} from './value-type'

function typeOfField(field: Field): ValueType {
  switch (field.type) {
    case 'text':
    case 'long_text':
      return textType
    case 'date':
    case 'email':
      return { kind: 'text', format: field.type }
    case 'choice':
      return field.choices ? { kind: 'text', choices: field.choices } : textType
    case 'number':
      return numberType
    case 'boolean':
      return booleanType
    case 'list':
      return listOf(anyType)
    case 'object':
      return openObjectType
  }
}

/**
 * The object that a form, or an agent's structured answer, gives. A field that does not say whether it is required is
 * so as `every` says: a form's may stay empty, an agent's is always filled.
 */
export function valueTypeOfFields(fields: readonly Field[], every: 'required' | 'as_said'): ObjectType {
  const entries = fields.map((field): [string, FieldOfType] => [
    field.key,
    {
      type: typeOfField(field),
      ...(!(field.required ?? every === 'required') ? { optional: true } : {}),
      ...(field.label ? { title: field.label } : {}),
    },
  ])
  return { kind: 'object', fields: Object.fromEntries(entries), open: false }
}
