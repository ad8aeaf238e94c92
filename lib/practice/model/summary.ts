import type { Json } from '../../core/json'
import { isList, isObject, type List, type Material, plainName } from './material'
import { proseOf } from './prose'

export function sentencesOf(text: string): readonly string[] {
  return text
    .split(/\n+|(?<=[^\d][.!?])\s+(?=\p{Lu}|["“(])/u)
    .map((sentence) => sentence.replace(/^(?:[\s#>*•-]+|\d+[.)]\s+)+/, '').trim())
    .filter((sentence) => sentence.length > 1 && !/^[^.!?]{0,40}:$/.test(sentence))
}

export function shorten(text: string, most: number): string {
  const flat = text.replace(/\s+/g, ' ').trim()
  return flat.length <= most ? flat : `${flat.slice(0, Math.max(1, most - 1)).trimEnd()}…`
}

const titleKeys = ['title', 'subject', 'name', 'summary', 'text', 'full name', 'label', 'message']

/** What an entry of a list is called. */
export function titleOf(item: Json): string | undefined {
  if (typeof item === 'string') return item
  if (typeof item === 'number') return String(item)
  const entries = isObject(item)
    ? Object.entries(item).map(([key, value]) => [plainName(key), value] as const)
    : []
  for (const key of titleKeys) {
    const found = entries.find(([name, value]) => name === key && typeof value === 'string')
    if (found) return String(found[1])
  }
  return undefined
}

/** A few sentences about what there is: a list by its entries, else the beginning of the text. */
export function summaryOf(material: Material, most: number): string {
  const titles = (listInFocus(material)?.items ?? []).flatMap((item) => titleOf(item) ?? [])
  if (titles.length > 1) {
    const named = titles.slice(0, 5).map((title) => shorten(title, 80))
    const more = titles.length > named.length ? `; and ${titles.length - named.length} more` : ''
    return shorten(`${titles.length} entries: ${named.join('; ')}${more}.`, most)
  }
  const sentences = sentencesOf(textInFocus(material)).slice(0, 3).map(ended)
  return shorten(sentences.join(' ') || material.task || 'Nothing was given.', most)
}

/** The first sentence: what a person would put at the head. */
export function headOf(material: Material, most: number): string {
  return shorten(sentencesOf(textInFocus(material))[0] ?? material.task, most)
}

function ended(sentence: string): string {
  return /[.!?…:;]$/.test(sentence) ? sentence : `${sentence}.`
}

/** Where one thing was looked at closely, it says more than a list that was searched. */
function single(material: Material): Json | undefined {
  return material.focus.findLast((value) => isObject(value) && proseOf(ownText(value)).length > 2)
}

function ownText(value: Json): Json {
  return isObject(value)
    ? Object.fromEntries(Object.entries(value).filter(([, entry]) => !isList(entry)))
    : value
}

function textInFocus(material: Material): string {
  const one = single(material)
  return one === undefined ? material.text : proseOf(ownText(one))
}

/** The list that the answer is about, when nothing single is. */
export function listInFocus(material: Material): List | undefined {
  if (single(material) !== undefined) return undefined
  const lists = material.focus.flatMap((value): List[] => {
    if (isList(value)) return [{ key: '', items: value }]
    const entries = isObject(value) ? Object.entries(value) : []
    return entries.flatMap(([key, entry]) => (isList(entry) ? [{ key, items: entry }] : []))
  })
  return lists.sort((a, b) => b.items.length - a.items.length)[0]
}
