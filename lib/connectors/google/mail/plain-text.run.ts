import 'server-only'
import { convert } from 'html-to-text'
import { decode, type Part } from './parts.run'

/** Longer mails are cut here: nobody reads more, and a model pays for it. */
const longest = 100_000

/** What a person would read of a mail's text parts: the plain ones, else the HTML ones without their markup. */
export function plainText(leaves: readonly Part[]): string {
  const texts = (mimeType: string) =>
    leaves
      .filter((part) => part.mimeType === mimeType && !part.filename)
      .map(({ body, charset }) => decode(body.data ?? '', charset).replaceAll('\r\n', '\n'))
      .join('\n')
      .trim()
  const plain = texts('text/plain') || toText(texts('text/html'))
  return plain.length > longest ? `${plain.slice(0, longest)}…` : plain
}

function toText(html: string): string {
  return convert(html, {
    wordwrap: false,
    limits: { maxInputLength: 2_000_000, maxDepth: 100, maxChildNodes: 5_000 },
    selectors: [
      { selector: 'img', format: 'skip' },
      ...['h1', 'h2', 'h3', 'h4', 'h5', 'h6'].map((selector) => ({
        selector,
        options: { uppercase: false },
      })),
      { selector: 'a', options: { hideLinkHrefIfSameAsText: true, ignoreHref: false } },
    ],
  }).trim()
}
