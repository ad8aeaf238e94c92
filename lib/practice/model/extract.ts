import { isObject, type Leaf, type Material, plainName } from './material'

/** The value that stands under this name in the data: the very name first, then one that ends in it. */
export function valueNamed(name: string, material: Material): Leaf['value'] | undefined {
  const wanted = plainName(name)
  const short = wanted.split(' ').at(-1) ?? wanted
  const byDepth = [...material.leaves].sort((a, b) => a.depth - b.depth)
  const tests: ((key: string) => boolean)[] = [
    (key) => key === wanted,
    (key) => key !== 'id' && (key.endsWith(` ${wanted}`) || wanted.endsWith(` ${key}`)),
    (key) => short !== 'id' && short.length > 3 && (key === short || key.endsWith(` ${short}`)),
  ]
  for (const test of tests) {
    const found = byDepth.find((leaf) => leaf.key !== '' && test(leaf.key))
    if (found) return found.value
  }
  return undefined
}

export function everything(material: Material): string {
  return `${material.leaves.map((leaf) => String(leaf.value)).join('\n')}\n${material.task}`
}

export function firstEmail(text: string): string | undefined {
  return /[a-z0-9_+-]+(?:\.[a-z0-9_+-]+)*@(?:[a-z0-9][a-z0-9-]*\.)+[a-z]{2,}/i.exec(text)?.[0]
}

export function firstUrl(text: string): string | undefined {
  return /https?:\/\/[^\s"'<>)]+/.exec(text)?.[0]
}

export function firstDay(text: string): string | undefined {
  return /\b\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|1\d|2[0-8])\b/.exec(text)?.[0]
}

export function firstRepository(text: string): string | undefined {
  const withoutUrls = text.replace(/https?:\/\/(?:www\.)?github\.com\//g, ' ')
  return /(?<![\w./-])[A-Za-z0-9][\w-]*\/[A-Za-z][\w.-]*[\w](?![\w/])/.exec(withoutUrls)?.[0]
}

export function numbersIn(text: string): readonly number[] {
  return [...text.matchAll(/(?<![\w.])-?\d{1,15}(?:\.\d+)?(?![\w])/g)]
    .map((match) => Number(match[0]))
    .filter(Number.isFinite)
}

/** The number that the text gives a thing: `#12`, `issue 12`, `12 orders`. */
export function numberFor(name: string, text: string): number | undefined {
  const words = plainName(name)
    .split(' ')
    .filter((word) => word.length > 2 && word !== 'number')
  for (const word of words) {
    const stem = word.replace(/s$/, '')
    const near = new RegExp(
      `\\b${stem}s?\\s*(?:number|no\\.?|is|of|:|=)?\\s*#?(-?\\d+(?:\\.\\d+)?)|(-?\\d+(?:\\.\\d+)?)\\s+${stem}`,
      'i',
    )
    const match = near.exec(text)
    if (match) return Number(match[1] ?? match[2])
  }
  if (!/\b(number|issue|id|pr|pull|ticket)\b/.test(plainName(name))) return undefined
  const marked = /(?:^|[\s(])#(\d+)\b/.exec(text)?.[1]
  return marked === undefined ? undefined : Number(marked)
}

export function sentencesOf(text: string): readonly string[] {
  return text
    .split(/\n+|(?<=[.!?])\s+/)
    .map((sentence) => sentence.replace(/^[\s#>*-]+/, '').trim())
    .filter((sentence) => sentence.length > 1)
}

export function shorten(text: string, most: number): string {
  const flat = text.replace(/\s+/g, ' ').trim()
  return flat.length <= most ? flat : `${flat.slice(0, Math.max(1, most - 1)).trimEnd()}…`
}

const titleKeys = ['title', 'subject', 'name', 'summary', 'text', 'full name', 'label']

/** What an entry of a list is called. */
export function titleOf(item: unknown): string | undefined {
  if (typeof item === 'string') return item
  if (typeof item === 'number') return String(item)
  const entries = Object.entries(Object(item)).map(([key, value]) => [plainName(key), value] as const)
  for (const key of titleKeys) {
    const found = entries.find(([name, value]) => name === key && typeof value === 'string')
    if (found) return String(found[1])
  }
  return undefined
}

/** A few sentences about what there is: a list by its entries, else the beginning of the text. */
export function summaryOf(material: Material, most: number): string {
  const list = material.lists
    .filter((one) => one.items.some(isObject))
    .sort((a, b) => b.items.length - a.items.length)[0]
  const titles = (list?.items ?? []).flatMap((item) => titleOf(item) ?? [])
  if (titles.length > 1) {
    const named = titles.slice(0, 5).map((title) => shorten(title, 80))
    const more = titles.length > named.length ? `; and ${titles.length - named.length} more` : ''
    return shorten(`${titles.length} entries: ${named.join('; ')}${more}.`, most)
  }
  return shorten(
    sentencesOf(material.text).slice(0, 3).join(' ') || material.task || 'Nothing was given.',
    most,
  )
}
