import { type Operator, operators } from '@/lib/workflow/condition'
import type { ValueType } from '@/lib/workflow/value-type'

const alone: ReadonlySet<Operator> = new Set(['is_true', 'is_false', 'is_empty', 'is_not_empty'])

export function needsRight(operator: Operator): boolean {
  return !alone.has(operator)
}

const numbers = [
  'equals',
  'not_equals',
  'greater',
  'greater_or_equal',
  'less',
  'less_or_equal',
  'one_of',
] as const
const texts = [
  'equals',
  'not_equals',
  'contains',
  'not_contains',
  'starts_with',
  'ends_with',
  'one_of',
] as const
const emptiness = ['is_empty', 'is_not_empty'] as const

/** The comparisons that make sense for a kind of value, the most used first. */
export function operatorsFor(type: ValueType): readonly Operator[] {
  switch (type.kind) {
    case 'number':
      return [...numbers, ...emptiness]
    case 'boolean':
      return ['is_true', 'is_false', 'equals', ...emptiness]
    case 'list':
      return ['contains', 'not_contains', ...emptiness]
    case 'object':
      return emptiness
    case 'text':
      return type.format?.startsWith('date')
        ? ['before', 'after', 'equals', ...emptiness]
        : [...texts, ...emptiness, 'before', 'after']
    case 'any':
    case 'null':
      return operators
  }
}
