import { isLoneSource } from './is-lone-source'
import { liquidReferences, type PathReference } from './liquid-references'

/**
 * The one path that a text like `{{ issue.title }}` names; `computed` when filters change it; nothing for any other
 * text, which gives text.
 */
export function lonePath(source: string): Pick<PathReference, 'from' | 'path'> | 'computed' | undefined {
  if (!isLoneSource(source)) return undefined
  const [only, ...others] = liquidReferences(source)
  return !only || others.length > 0 || source.includes('|') ? 'computed' : only
}
