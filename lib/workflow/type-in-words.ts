import type { ValueType } from './value-type'

/** A type in words, for messages: "a number", "a list of text". */
export function typeInWords(type: ValueType): string {
  switch (type.kind) {
    case 'any':
      return 'any value'
    case 'null':
      return 'nothing'
    case 'text':
      return type.choices ? `one of ${type.choices.slice(0, 6).join(', ')}` : 'text'
    case 'number':
      return type.integer ? 'a whole number' : 'a number'
    case 'boolean':
      return 'yes or no'
    case 'list':
      return type.item.kind === 'any' ? 'a list' : `a list of ${pluralOf(type.item)}`
    case 'object':
      return 'an object with fields'
  }
}

function pluralOf(type: ValueType): string {
  if (type.kind === 'number') return 'numbers'
  return type.kind === 'object' ? 'objects' : type.kind === 'text' ? 'text' : typeInWords(type)
}
