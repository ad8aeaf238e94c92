import type { ObjectType, ValueType } from './value-type'

/**
 * How a value of one type fits where another is asked for.
 * - `yes`; what is not known before a run is let through and checked then
 * - `coerced`: after a change that loses nothing, which `coerceTo` makes
 * - `maybe`: only if the text happens to hold a number, or a yes or no
 * - `no`
 */
export type Fit = 'yes' | 'coerced' | 'maybe' | 'no'

const order: readonly Fit[] = ['yes', 'coerced', 'maybe', 'no']

function worse(one: Fit, other: Fit): Fit {
  return order.indexOf(one) > order.indexOf(other) ? one : other
}

export function assignable(source: ValueType, target: ValueType): Fit {
  if (source.kind === 'any' || target.kind === 'any' || source.kind === 'null') return 'yes'
  if (target.kind === 'list') {
    if (source.kind === 'list') return assignable(source.item, target.item)
    return worse('coerced', assignable(source, target.item))
  }
  if (target.kind === 'text') return textAssignable(source, target)
  if (source.kind === 'text' && (target.kind === 'number' || target.kind === 'boolean')) return 'maybe'
  if (source.kind === 'object' && target.kind === 'object') return objectAssignable(source, target)
  return source.kind === target.kind ? 'yes' : 'no'
}

function textAssignable(source: ValueType, target: Extract<ValueType, { kind: 'text' }>): Fit {
  if (source.kind === 'text') return 'yes'
  const isPlain = source.kind === 'number' || source.kind === 'boolean'
  return isPlain && !target.choices && !target.format ? 'coerced' : 'no'
}

function objectAssignable(source: ObjectType, target: ObjectType): Fit {
  return Object.entries(target.fields).reduce<Fit>((fit, [key, wanted]) => {
    const given = Object.hasOwn(source.fields, key) ? source.fields[key] : undefined
    if (given) return worse(fit, assignable(given.type, wanted.type))
    return source.open || wanted.optional ? fit : 'no'
  }, 'yes')
}
