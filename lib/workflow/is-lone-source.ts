/** Is the text one `{{ … }}` and nothing else? Such a text gives the value itself, not its text. */
export function isLoneSource(source: string): boolean {
  const trimmed = source.trim()
  return (
    trimmed.startsWith('{{') &&
    trimmed.endsWith('}}') &&
    trimmed.indexOf('}}') === trimmed.length - 2 &&
    !trimmed.includes('{%')
  )
}
