type Pressed = {
  readonly key: string
  readonly metaKey: boolean
  readonly ctrlKey: boolean
  readonly altKey: boolean
  readonly shiftKey: boolean
}

/** Is this the key that a command names? `Mod` is Command on a Mac and Control elsewhere: both are taken. */
export function matchesKey(event: Pressed, name: string): boolean {
  const parts = name.split('+')
  const key = parts.at(-1) ?? ''
  const wantsMod = parts.includes('Mod')
  if (wantsMod !== (event.metaKey || event.ctrlKey) || event.altKey) return false
  // A sign that is typed with Shift (`?`) names the sign, not the way to it.
  const isLetter = /^[A-Z]$/.test(key) || key.length > 1
  if (isLetter && parts.includes('Shift') !== event.shiftKey) return false
  return event.key.toLowerCase() === key.toLowerCase()
}
