import { type Leaf, type Material, plainName } from './material'

/**
 * The value that stands under this name in the data: the very name first, then one that ends in it. `given` looks only
 * at what came with the task, `found` only at what tools brought.
 */
export function valueNamed(
  name: string,
  material: Material,
  from: 'given' | 'found' | 'all' = 'all',
): Leaf['value'] | undefined {
  const wanted = plainName(name)
  const short = wanted.split(' ').at(-1) ?? wanted
  const leaves = material.leaves
    .filter((leaf) => leaf.key !== '' && (from === 'all' || leaf.given === (from === 'given')))
    .sort((a, b) => Number(b.given) - Number(a.given) || a.depth - b.depth)
  const tests: ((key: string) => boolean)[] = [
    (key) => key === wanted,
    (key) => key !== 'id' && (key.endsWith(` ${wanted}`) || wanted.endsWith(` ${key}`)),
    (key) => short !== 'id' && short.length > 3 && (key === short || key.endsWith(` ${short}`)),
  ]
  for (const test of tests) {
    const found = leaves.find((leaf) => test(leaf.key))
    if (found) return found.value
  }
  return undefined
}

/** What the text itself says a thing is: `Version: 4.2`, `the version is 4.2`. */
export function valueWritten(name: string, text: string): string | undefined {
  const words = plainName(name).split(' ')
  for (const word of [words.join('[ _-]'), words.at(-1) ?? ''].filter((one) => one.length > 2)) {
    const match = new RegExp(`\\b${word}\\s*(?::|=|is\\b)\\s*([^\\n;,]{1,80}?)(?=[.;,]?(?:\\s|$))`, 'i').exec(
      text,
    )
    if (match?.[1]) return match[1]
  }
  return undefined
}

/** More of it is not looked through. */
const mostRead = 200_000

export function everything(material: Material): string {
  return `${material.leaves.map((leaf) => String(leaf.value)).join('\n')}\n${material.task}`.slice(
    0,
    mostRead,
  )
}

/** Word by word: a pattern over the whole text would try each of its letters as a beginning. */
export function firstEmail(text: string): string | undefined {
  const words = text.match(/[^\s<>"'(),;:[\]]+/g) ?? []
  const address = /^[a-z0-9_+-]+(?:\.[a-z0-9_+-]+)*@(?:[a-z0-9][a-z0-9-]*\.)+[a-z]{2,}/i
  return words
    .filter((word) => word.includes('@') && word.length <= 254)
    .flatMap((word) => address.exec(word)?.[0] ?? [])[0]
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

const emptyWords = /^(number|the|and|for|how|many|its|this|that|with|from|null|empty|when|most)$/

/** The number that the text gives a thing: `#12`, `issue 12`, `12 orders`. */
export function numberFor(name: string, text: string): number | undefined {
  const words = plainName(name)
    .split(' ')
    .filter((word) => word.length > 2 && !emptyWords.test(word))
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
