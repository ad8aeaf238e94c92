import type { ValueType } from '@/lib/workflow/value-type'

/** A type in one or two words, for the end of a row. */
export function typeWord(type: ValueType): string {
  switch (type.kind) {
    case 'text':
      return type.choices ? 'choice' : type.format === 'date-time' || type.format === 'date' ? 'date' : 'text'
    case 'number':
      return 'number'
    case 'boolean':
      return 'yes or no'
    case 'list':
      return 'list'
    case 'object':
      return 'group'
    case 'null':
      return 'nothing'
    case 'any':
      return 'any'
  }
}
