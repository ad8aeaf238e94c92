/** One earlier value: a node's id and the way into its output. */
export type Reference = { readonly from: string; readonly path: readonly (string | number)[] }

/** A reference found in Liquid text, and where. */
export type PlacedReference = Reference & { readonly start: number; readonly end: number }

const identifier = /^[A-Za-z_][A-Za-z0-9_-]*$/

/** A reference as Liquid writes it: `{{ issue.labels[0].name }}`. */
export function toReferenceText({ from, path }: Reference): string {
  const way = path.map((part) => {
    if (typeof part === 'number') return `[${part}]`
    return identifier.test(part) ? `.${part}` : `[${JSON.stringify(part)}]`
  })
  return `{{ ${from}${way.join('')} }}`
}

const part = String.raw`\.[A-Za-z_][A-Za-z0-9_-]*|\[\d+\]|\["(?:[^"\\]|\\.)*"\]|\['[^'\\]*'\]`
const wholeReference = new RegExp(String.raw`\{\{-?\s*([a-z][a-z0-9_]{0,40})((?:${part})*)\s*-?\}\}`, 'g')

function toPath(text: string): (string | number)[] {
  return [...text.matchAll(new RegExp(part, 'g'))].map(([found]) => {
    if (found.startsWith('.')) return found.slice(1)
    const inside = found.slice(1, -1)
    if (/^\d+$/.test(inside)) return Number(inside)
    if (inside.startsWith("'")) return inside.slice(1, -1)
    const parsed: unknown = JSON.parse(inside)
    return String(parsed)
  })
}

/** Every plain reference in Liquid text, in order. What carries a filter is code, and not among them. */
export function referencesIn(text: string): PlacedReference[] {
  return [...text.matchAll(wholeReference)].map((match) => ({
    from: match[1] ?? '',
    path: toPath(match[2] ?? ''),
    start: match.index,
    end: match.index + match[0].length,
  }))
}
