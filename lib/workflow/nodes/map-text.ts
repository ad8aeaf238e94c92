import type { BindingMap } from './node-kind'

type TextBinding = { text: string } | { value: string }

/** Puts a field that holds text through `map`. A literal stays one; text stays text. */
export function mapText(field: string, binding: TextBinding, map: BindingMap): TextBinding {
  const mapped = map.binding(field, binding)
  return 'text' in mapped ? { text: mapped.text } : binding
}
