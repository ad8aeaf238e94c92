import type { Body, NodeOf } from '../document'
import { kindOf } from '../nodes/node-kinds'
import { bindingParts } from './binding-parts'
import { conditionParts } from './condition-parts'
import type { SentenceContext } from './context'
import { blank, type SentencePart, say, value } from './part'

export function eachSentence({ config }: NodeOf<'each'>, context: SentenceContext): readonly SentencePart[] {
  return [
    say('For each of '),
    ...bindingParts(config.items, { label: 'a list', field: 'config.items' }, context),
    say(', do '),
    ...doing(config.body),
    ...(config.concurrency > 1 ? [say(', '), value(String(config.concurrency)), say(' at a time')] : []),
  ]
}

export function repeatSentence(
  { config }: NodeOf<'repeat'>,
  context: SentenceContext,
): readonly SentencePart[] {
  const { until } = config
  const isEmpty = ('all' in until && until.all.length === 0) || ('any' in until && until.any.length === 0)
  return [
    say('Repeat '),
    ...doing(config.body),
    say(' until '),
    ...(isEmpty ? [blank('a condition', 'config.until')] : conditionParts(until, 'config.until', context)),
    say(', at most '),
    value(String(config.cap)),
    say(' times'),
  ]
}

function doing({ nodes }: Body): readonly SentencePart[] {
  const count = nodes.filter((node) => kindOf(node).runs).length
  return count === 0
    ? [blank('its steps', 'config.body')]
    : [value(`${count} ${count === 1 ? 'step' : 'steps'}`)]
}
