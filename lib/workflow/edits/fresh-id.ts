import { reservedWords } from '../reserved-words'

/**
 * An id for a new node, made once from its first name: `Read the issue` gives `read_the_issue`, and `_2` follows
 * where that is taken. Always a valid slug, never a reserved word.
 */
export function freshId(name: string, taken: ReadonlySet<string>): string {
  const words = name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '_')
    .replace(/^[^a-z]+|_+$/g, '')
  const base = words.slice(0, 32).replace(/_+$/, '') || 'step'
  for (let count = 1; ; count += 1) {
    const id = count === 1 ? base : `${base}_${count}`
    if (!taken.has(id) && !reservedWords.has(id)) return id
  }
}
