import type { Json } from '../core/json'
import { isList } from './value-at'
import { anyType, booleanType, listOf, numberType, objectOf, textType, type ValueType } from './value-type'

/** The type of a value that stands in the document. */
export function typeOfLiteral(value: Json, depth = 0): ValueType {
  if (value === null) return { kind: 'null' }
  if (typeof value === 'string') return textType
  if (typeof value === 'number') return numberType
  if (typeof value === 'boolean') return booleanType
  if (depth > 8) return anyType
  if (isList(value)) return listOf(commonType(value.map((item) => typeOfLiteral(item, depth + 1))))
  return objectOf(
    Object.fromEntries(
      Object.entries(value).map(([key, item]) => [key, { type: typeOfLiteral(item, depth + 1) }]),
    ),
  )
}

function commonType([first, ...others]: readonly ValueType[]): ValueType {
  if (!first) return anyType
  const text = JSON.stringify(first)
  return others.every((other) => JSON.stringify(other) === text) ? first : anyType
}
