import type { NodeOf } from '../document'
import { bindingParts } from './binding-parts'
import { conditionParts } from './condition-parts'
import type { SentenceContext } from './context'
import { type SentencePart, say, series, value } from './part'

/** `Take the orders, keep those whose state is open, sort by date, and add up amount`. */
export function listSentence({ config }: NodeOf<'list'>, context: SentenceContext): readonly SentencePart[] {
  const { filter, unique, sort, limit, group, sum } = config
  const steps: (readonly SentencePart[])[] = []
  if (filter) steps.push([say('keep those where '), ...conditionParts(filter, 'config.filter', context)])
  if (unique) steps.push([say('drop repeats of '), value(wayName(unique.by))])
  if (sort)
    steps.push([
      say('sort by '),
      value(wayName(sort.by)),
      say(sort.order === 'descending' ? ', largest first' : ''),
    ])
  if (limit !== undefined) steps.push([say('keep the first '), value(String(limit))])
  if (group) steps.push([say('group by '), value(wayName(group.by))])
  if (sum) steps.push([say('add up '), value(wayName(sum.of))])
  const items = bindingParts(config.items, { label: 'a list', field: 'config.items' }, context)
  return [say('Take '), ...items, ...(steps.length > 0 ? [say(': '), ...series(steps, 'and')] : [])]
}

function wayName(way: readonly (string | number)[]): string {
  return way.length === 0 ? 'the item' : way.map((part) => String(part).replaceAll('_', ' ')).join(' › ')
}
