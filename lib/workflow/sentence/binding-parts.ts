import type { Json } from '../../core/json'
import type { Binding } from '../binding'
import { isLoneSource } from '../is-lone-source'
import { liquidReferences } from '../liquid-references'
import { toText } from '../to-text'
import { isList } from '../value-at'
import type { SentenceContext } from './context'
import { blank, joined, type SentencePart, say, value } from './part'

/** A bound value as it reads on a card: a literal, a chip of an earlier value, or text with chips in it. */
export function bindingParts(
  binding: Binding | undefined,
  empty: { readonly label: string; readonly field: string },
  context: SentenceContext,
): readonly SentencePart[] {
  if (!binding) return [blank(empty.label, empty.field)]
  if ('value' in binding) {
    return isBlank(binding.value)
      ? [blank(empty.label, empty.field)]
      : [value(shortText(binding.label ?? '') || shortValue(binding.value))]
  }
  if ('from' in binding) return [reference(binding.from, binding.path, context)]
  if ('text' in binding)
    return binding.text.trim() ? textParts(binding.text, context) : [blank(empty.label, empty.field)]
  const [first, ...others] = binding.first
  const parts = bindingParts(first, empty, context)
  return others.length > 0 ? [...parts, say(' or what stands in for it')] : parts
}

function isBlank(literal: Json): boolean {
  return literal === null || literal === '' || (isList(literal) && literal.length === 0)
}

function shortValue(literal: Json): string {
  if (typeof literal === 'boolean') return literal ? 'yes' : 'no'
  return shortText(toText(literal))
}

function shortText(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim()
  return line.length > 80 ? `${line.slice(0, 79)}…` : line
}

function reference(from: string, path: readonly (string | number)[], context: SentenceContext): SentencePart {
  const name = context.names.get(from)
  const key = path.findLast((part) => typeof part === 'string')
  const text = typeof key === 'string' ? key.replaceAll('_', ' ') : (name ?? 'a deleted step')
  return { kind: 'reference', from, path, text, isBroken: name === undefined }
}

/** `Severe: {{ issue.title }}` as text and chips; tags and filters are left to the editor. */
function textParts(source: string, context: SentenceContext): readonly SentencePart[] {
  const mentions = liquidReferences(source)
  const isLone = isLoneSource(source)
  const parts: SentencePart[] = []
  let at = 0
  for (const match of source.matchAll(/\{\{[\s\S]*?\}\}|\{%[\s\S]*?%\}/g)) {
    const before = source.slice(at, match.index)
    if (before.trim() || !isLone) parts.push({ kind: 'value', text: before })
    at = match.index + match[0].length
    const mention = mentions.find(({ start }) => match.index < start && start < at)
    if (match[0].startsWith('{{') && mention) parts.push(reference(mention.from, mention.path, context))
  }
  parts.push({ kind: 'value', text: source.slice(at) })
  return shortened(parts.filter(({ text }) => text !== ''))
}

/** Keeps the beginning of a long text, with its chips. */
function shortened(parts: readonly SentencePart[]): readonly SentencePart[] {
  const kept: SentencePart[] = []
  let left = 72
  for (const part of parts) {
    if (left <= 0) return joined([...kept, say('…')])
    const text = part.text.replace(/\s+/g, ' ')
    if (part.kind === 'value' && text.length > left) return joined([...kept, value(cutAtWord(text, left))])
    kept.push({ ...part, text })
    left -= text.length
  }
  return joined(kept)
}

/** The beginning of a text up to the last whole word that fits, with one ellipsis. */
function cutAtWord(text: string, most: number): string {
  const cut = text.slice(0, most)
  const whole = /\s/.test(text.charAt(most)) ? cut : cut.replace(/(\s)\S*$/, '$1')
  return `${(whole.trim() ? whole : cut).replace(/[\s,.;:…]+$/, '')}…`
}
