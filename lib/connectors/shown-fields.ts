import type { ConnectionField } from './contract'

/** The fields that go with what was chosen: a form shows these, and no other is asked for or kept. */
export function shownFields(
  fields: readonly ConnectionField[],
  values: Readonly<Record<string, string>>,
): readonly ConnectionField[] {
  return fields.filter(({ when }) => !when || when.is.includes(values[when.key]?.trim() ?? ''))
}

/** What a form begins with: of each choice the first. */
export function firstChoices(fields: readonly ConnectionField[]): Readonly<Record<string, string>> {
  return Object.fromEntries(
    fields.flatMap(({ key, choices }) => (choices?.[0] ? [[key, choices[0].value]] : [])),
  )
}
