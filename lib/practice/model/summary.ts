import type { Json } from '../../core/json'
import { isList, isObject, type List, type Material, plainName } from './material'
import { proseOf } from './prose'
import { gravityOf, shareOf } from './words'

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

/** As `shorten`, with the lines kept. */
export function cutOff(text: string, most: number): string {
  return text.length <= most ? text : `${text.slice(0, Math.max(1, most - 1)).trimEnd()}…`
}

const mostEntries = 5

/** A few sentences about what there is: a list by its entries, a line each, else the beginning of the text. */
export function summaryOf(material: Material, most: number): string {
  const entries = entriesOf(material)
  if (entries.length > 1) {
    const first = inOrder(entries, material.task).slice(0, mostEntries)
    const lines = first.map((entry) => `• ${shorten(entry, 80)}`)
    const more = entries.length > mostEntries ? [`… and ${entries.length - mostEntries} more`] : []
    return cutOff([`${entries.length} entries:`, ...lines, ...more].join('\n'), most)
  }
  const sentences = sentencesOf(withoutMarks(textInFocus(material)))
    .slice(0, 2)
    .map(ended)
  return shorten(sentences.join(' ') || material.task || 'Nothing was given.', most)
}

/** The entries that the answer is about: of a list in the data, or of one written into the text. */
function entriesOf(material: Material): readonly string[] {
  const list = listInFocus(material)
  if (list) {
    return list.items.flatMap((item) => {
      const title = titleOf(item)
      const number = isObject(item) && typeof item.number === 'number' ? `#${item.number} ` : ''
      return title === undefined ? [] : [`${number}${title}`]
    })
  }
  if (material.focus.length > 0) return []
  const lines = material.text.split('\n').filter((line) => line.trim() !== '')
  const entries = lines.flatMap((line) => {
    const match = /^\s*(?:[-*•]\s+(\S.*)|(#\d+\s+\S.*)|\d+[.)]\s+(\S.*))$/.exec(line)
    return match?.[1] ?? match?.[2] ?? match?.[3] ?? []
  })
  return entries.length * 2 >= lines.length ? entries : []
}

/** Told to begin with what presses, the entries are sorted by how grave they look. */
function inOrder(entries: readonly string[], task: string): readonly string[] {
  if (!/\b(pressing|urgent|important|severe|critical|priorit\w+)\b/i.test(task)) return entries
  return [...entries].sort((a, b) => shareOf[gravityOf(b)] - shareOf[gravityOf(a)])
}

/** The first sentence: what a person would put at the head. */
export function headOf(material: Material, most: number): string {
  return shorten(sentencesOf(textInFocus(material))[0] ?? material.task, most)
}

/** Marks of emphasis are for a page that draws them. */
function withoutMarks(text: string): string {
  return text.replace(/(\*\*|__|`)(?=\S)(.+?)(?<=\S)\1/g, '$2')
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
