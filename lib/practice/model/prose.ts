import type { Json } from '../../core/json'

const headKeys = /^(title|subject|headline|summary)$/
const bodyKeys =
  /^(body|text|description|message|content|comment|details|request|question|note|feedback|report)$/
const nameKeys =
  /(^|_)(id|url|sha|token|avatar|node_id|login|email|repo|repository|author|state|status|ts|channel|user)$/

/** The words of a value, in the order a person would read them: titles, texts, then whatever else reads as a sentence. */
export function proseOf(value: Json): string {
  const found: { readonly rank: number; readonly text: string }[] = []
  const visit = (at: Json, key: string, depth: number): void => {
    if (depth > 12 || found.length > 500) return
    if (typeof at === 'string') {
      const rank = rankOf(key, at)
      if (rank !== null) found.push({ rank: rank + depth * 10, text: at.trim() })
    } else if (Array.isArray(at)) for (const item of at) visit(item, key, depth + 1)
    else if (typeof at === 'object' && at !== null) {
      for (const [name, entry] of Object.entries(at)) visit(entry, name.toLowerCase(), depth + 1)
    }
  }
  visit(value, '', 0)
  return found
    .sort((a, b) => a.rank - b.rank)
    .map((one) => one.text)
    .join('\n')
}

/** Addresses, names of things and times are values to use, not words to read. */
function rankOf(key: string, text: string): number | null {
  if (text.trim() === '' || /^(https?:\/\/\S*|\d{4}-\d{2}-\d{2}T\S*)$/i.test(text)) return null
  if (headKeys.test(key)) return 0
  if (bodyKeys.test(key) || key === '') return 1
  if (nameKeys.test(key)) return null
  return /\S\s+\S+\s+\S/.test(text) ? 2 : null
}
