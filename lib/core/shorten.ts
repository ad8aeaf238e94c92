/** One line of at most `length` characters: white space becomes single spaces, and what is cut ends in `…`. */
export function shorten(text: string, length: number): string {
  const line = text.replace(/\s+/g, ' ').trim()
  if (line.length <= length) return line
  const characters = Array.from(line.slice(0, length))
  while (characters.join('').length > length - 1) characters.pop()
  return `${characters.join('').trimEnd()}…`
}
