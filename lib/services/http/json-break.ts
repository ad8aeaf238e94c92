const space = /[ \t\n\r]*/y
// biome-ignore lint/suspicious/noControlCharactersInRegex: JSON forbids them in strings
const text = /"(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"/y
const plain = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/y

type Expected = 'value' | 'value or ]' | 'key' | 'key or }' | ':' | ', or ]' | ', or }' | 'end'

/**
 * Where a text stops being JSON, counted in characters. The engine's own parser names the place in some of its
 * messages only, so this walks the text once, keeping what is open and what may come next.
 */
export function jsonBreak(source: string): number {
  const open: ('[' | '{')[] = []
  let expected: Expected = 'value'
  let at = skip(space, source, 0)
  const afterValue = (): Expected => {
    const inside = open.at(-1)
    if (inside === undefined) return 'end'
    return inside === '[' ? ', or ]' : ', or }'
  }
  while (at < source.length) {
    const character = source.charAt(at)
    const closes: boolean =
      (character === ']' && (expected === 'value or ]' || expected === ', or ]')) ||
      (character === '}' && (expected === 'key or }' || expected === ', or }'))
    if (closes) {
      open.pop()
      expected = afterValue()
      at += 1
    } else if (character === ',' && (expected === ', or ]' || expected === ', or }')) {
      expected = expected === ', or ]' ? 'value' : 'key'
      at += 1
    } else if (character === ':' && expected === ':') {
      expected = 'value'
      at += 1
    } else if (expected === 'key' || expected === 'key or }') {
      const end = skip(text, source, at)
      if (end === at) return at
      expected = ':'
      at = end
    } else if (expected === 'value' || expected === 'value or ]') {
      if (character === '[' || character === '{') {
        open.push(character)
        expected = character === '[' ? 'value or ]' : 'key or }'
        at += 1
      } else {
        const end = Math.max(skip(text, source, at), skip(plain, source, at))
        if (end === at) return at
        expected = afterValue()
        at = end
      }
    } else return at
    at = skip(space, source, at)
  }
  return at
}

function skip(pattern: RegExp, source: string, at: number): number {
  pattern.lastIndex = at
  return pattern.test(source) ? pattern.lastIndex : at
}
