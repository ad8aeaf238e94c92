/**
 * How well a row answers a search, 0 for not at all: every word must begin a word of the row. The first keyword is
 * the row's name, and counts most; the later a word is found, the less it counts.
 */
export function rankMatch(_value: string, search: string, keywords: readonly string[] = []): number {
  const words = search.toLowerCase().split(/\s+/).filter(Boolean)
  if (words.length === 0) return 1
  const texts = keywords.map((keyword) => keyword.toLowerCase())
  let rank = 0
  for (const word of words) {
    const found = texts.findIndex((text) => beginsAWord(text, word))
    if (found === -1) return 0
    rank += 1 / (1 + found)
  }
  const [name = ''] = texts
  const isNamed = name.startsWith(words.join(' '))
  return Math.min(1, (rank / words.length) * (isNamed ? 1 : 0.9) - name.length / 10_000)
}

function beginsAWord(text: string, word: string): boolean {
  const at = text.indexOf(word)
  if (at === -1) return false
  if (at === 0 || /[^\p{L}\p{N}]/u.test(text[at - 1] ?? '')) return true
  return beginsAWord(text.slice(at + 1), word)
}
