import type { ValueType } from './value-type'

/**
 * May a value of one type be put where another is asked for? `coerced`: yes, after a change that loses nothing
 * (`coerceTo` makes it). What is not known before a run is allowed and checked then.
 */
export function assignable(source: ValueType, target: ValueType): 'yes' | 'coerced' | 'no' {
  if (source.kind === 'any' || target.kind === 'any' || source.kind === 'null') return 'yes'
  if (target.kind === 'list') {
    if (source.kind === 'list') return assignable(source.item, target.item)
    return assignable(source, target.item) === 'no' ? 'no' : 'coerced'
  }
  if (target.kind === 'text') {
    if (source.kind === 'text') return 'yes'
    const isPlain = source.kind === 'number' || source.kind === 'boolean'
    return isPlain && !target.choices && !target.format ? 'coerced' : 'no'
  }
  // A text may hold a number or a yes: whether it does is known only then.
  if (source.kind === 'text' && (target.kind === 'number' || target.kind === 'boolean')) return 'coerced'
  if (source.kind === 'object' && target.kind === 'object') return objectAssignable(source, target)
  return source.kind === target.kind ? 'yes' : 'no'
}

function objectAssignable(
  source: Extract<ValueType, { kind: 'object' }>,
  target: Extract<ValueType, { kind: 'object' }>,
): 'yes' | 'coerced' | 'no' {
  let result: 'yes' | 'coerced' = 'yes'
  for (const [key, wanted] of Object.entries(target.fields)) {
    const given = Object.hasOwn(source.fields, key) ? source.fields[key] : undefined
    if (!given && !source.open && !wanted.optional) return 'no'
    const fit = given ? assignable(given.type, wanted.type) : 'yes'
    if (fit === 'no') return 'no'
    if (fit === 'coerced') result = 'coerced'
  }
  return result
}

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
