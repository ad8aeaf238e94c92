import type { Binding } from '@/lib/workflow/binding'
import { referencesIn, toReferenceText } from './reference-text'

const holdsLiquid = /\{\{|\{%/

/**
 * What a text editor shows for a binding. `fromBindingText(toBindingText(b))` means the same as `b` for every
 * binding that `isTextual`: guarded by tests/unit/components/inspector/binding-text.test.ts.
 */
export function toBindingText(binding: Binding | undefined): string {
  if (!binding) return ''
  if ('from' in binding) return toReferenceText(binding)
  if ('text' in binding) return binding.text
  if ('first' in binding) return toBindingText(binding.first[0])
  if (binding.value === null) return ''
  return typeof binding.value === 'string' ? binding.value : JSON.stringify(binding.value)
}

/** May the binding be edited as text without loss? A literal that looks like Liquid would become code. */
export function isTextual(binding: Binding | undefined): boolean {
  if (!binding) return true
  if ('first' in binding) return false
  return !('value' in binding) || (typeof binding.value === 'string' && !holdsLiquid.test(binding.value))
}

/**
 * The binding that edited text stands for: nothing when empty, a reference when it is one chip and nothing else (so
 * that the value keeps its type), Liquid when it holds any, and otherwise a literal.
 */
export function fromBindingText(text: string, previous?: Binding): Binding | undefined {
  if (text === '') return undefined
  const kept =
    previous && 'default' in previous && previous.default !== undefined ? { default: previous.default } : {}
  const [only] = referencesIn(text)
  if (only && only.start === 0 && only.end === text.length)
    return { from: only.from, path: only.path, ...kept }
  return holdsLiquid.test(text) ? { text, ...kept } : { value: text }
}
