import type { Json } from '../core/json'
import { numberOf } from './comparisons'
import { isList, isObject } from './value-at'
import type { ValueType } from './value-type'

/**
 * The value in the type that is asked for, where nothing is lost by it: "7" as a number, 7 as text, one item as a list
 * of one, "true" as yes. Any other value is left as it is: the schema then says what is wrong.
 */
export function coerceTo(type: ValueType, value: Json): Json {
  switch (type.kind) {
    case 'number':
      return typeof value === 'string' ? (numberOf(value) ?? value) : value
    case 'boolean':
      return value === 'true' ? true : value === 'false' ? false : value
    case 'text':
      return typeof value === 'number' || typeof value === 'boolean' ? String(value) : value
    case 'list':
      if (isList(value)) return value.map((item) => coerceTo(type.item, item))
      return value === null ? value : [coerceTo(type.item, value)]
    case 'object':
      if (!isObject(value)) return value
      return Object.fromEntries(
        Object.entries(value).map(([key, item]) => {
          const field = Object.hasOwn(type.fields, key) ? type.fields[key] : undefined
          return [key, field ? coerceTo(field.type, item) : item]
        }),
      )
    default:
      return value
  }
}
