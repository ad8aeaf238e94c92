/** The text as PostgreSQL can keep it: its `text` and `jsonb` hold every character but U+0000. */
export function storable(text: string): string {
  return text.replaceAll('\u0000', '\ufffd')
}
