import type { Binding } from './binding'

/** What people call the values that were picked from a list, by field: for showing beside the values, never instead. */
export function pickedNames(bindings: Readonly<Record<string, Binding>>): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(bindings).flatMap(([key, binding]) =>
      'value' in binding && binding.label ? [[key, binding.label]] : [],
    ),
  )
}
