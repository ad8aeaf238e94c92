/** The header lines of a raw mail (base64url), put together and decoded: as Gmail shows them, its own and all others. */
export function readHeaders(raw: string): readonly { readonly name: string; readonly value: string }[] {
  const [head = ''] = Buffer.from(raw, 'base64url')
    .toString('utf8')
    .split(/\r?\n\r?\n/)
  const lines = head.replace(/\r?\n[ \t]+/g, ' ').split(/\r?\n/)
  return lines.flatMap((line) => {
    const colon = line.indexOf(':')
    return colon > 0 ? [{ name: line.slice(0, colon), value: decodeWords(line.slice(colon + 1).trim()) }] : []
  })
}

/** RFC 2047: `=?UTF-8?Q?Gr=C3=BC=C3=9Fe?=`. Between two such words a space means nothing. */
export function decodeWords(value: string): string {
  return value
    .replace(/(\?=)\s+(=\?)/g, '$1$2')
    .replace(/=\?utf-8\?([qb])\?([^?]*)\?=/gi, (_, kind: string, text: string) =>
      kind.toLowerCase() === 'b' ? Buffer.from(text, 'base64').toString('utf8') : decodeQ(text),
    )
}

function decodeQ(text: string): string {
  const escaped = text
    .replaceAll('_', ' ')
    .replaceAll('%', '%25')
    .replace(/=([0-9a-f]{2})/gi, '%$1')
  try {
    return decodeURIComponent(escaped)
  } catch {
    return text
  }
}
