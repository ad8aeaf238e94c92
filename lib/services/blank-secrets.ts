/** How secrets look wherever they stand: in the address of a database, in a header, by the prefixes of their makers. */
const shapes: readonly (readonly [RegExp, string])[] = [
  [/(\b[a-z][a-z0-9+.-]*:\/\/[^\s:/@"]*):[^\s/@"]+@/gi, '$1:[redacted]@'],
  [/\b(Bearer|Basic)\s+[\w.~+/=-]{8,}/gi, '$1 [redacted]'],
  [/\b(?:gh[pousr]_|github_pat_|xox[abeprs]-|xapp-|sk-|signkey-\w+-)[\w-]{8,}/g, '[redacted]'],
]

/** The line without what looks like a secret: the last net, under the names that are blanked anyway. */
export function blankSecrets(line: string): string {
  return shapes.reduce((text, [shape, instead]) => text.replace(shape, instead), line)
}
