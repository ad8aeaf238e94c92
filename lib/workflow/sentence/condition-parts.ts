import type { Condition } from '../condition'
import { bindingParts } from './binding-parts'
import type { SentenceContext } from './context'
import { operatorWords } from './operator-words'
import { type SentencePart, say, series, value } from './part'

/** A condition in words, with chips. */
export function conditionParts(
  condition: Condition,
  field: string,
  context: SentenceContext,
): readonly SentencePart[] {
  if ('cel' in condition)
    return [value(condition.cel.length > 60 ? `${condition.cel.slice(0, 59)}…` : condition.cel)]
  if ('all' in condition || 'any' in condition) {
    const [list, key, last] =
      'all' in condition ? ([condition.all, 'all', 'and'] as const) : ([condition.any, 'any', 'or'] as const)
    if (list.length === 0) return [say(key === 'all' ? 'always' : 'never')]
    return series(
      list.map((part, index) => conditionParts(part, `${field}.${key}.${index}`, context)),
      last,
    )
  }
  const left = bindingParts(condition.left, { label: 'a value', field: `${field}.left` }, context)
  const isAlone = condition.is.startsWith('is_')
  const right = isAlone
    ? []
    : [say(' '), ...bindingParts(condition.right, { label: 'a value', field: `${field}.right` }, context)]
  return [...left, say(` ${operatorWords[condition.is]}`), ...right]
}
