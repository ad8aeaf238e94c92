/** JSON that `jsonb` takes: it knows no U+0000 and no half of a surrogate pair. */
export function storableJson(value: unknown): string {
  return JSON.stringify(value, (_, each: unknown) =>
    typeof each === 'string' ? each.toWellFormed().replaceAll('\u0000', '') : each,
  )
}
