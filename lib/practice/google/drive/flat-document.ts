import type { Paragraph, PracticeDocument, TextRun } from './state'

export type Style = Omit<TextRun, 'text'>
type ParagraphLook = Omit<Paragraph, 'runs'>

/** One character of a document. The line break at the end of a paragraph bears the paragraph's look. */
export type Character = { readonly text: string; style: Style; look: ParagraphLook | null }

/** A document as its characters. Index 1 is the first of them, as in Google's interface. */
export function toFlat({ paragraphs }: Pick<PracticeDocument, 'paragraphs'>): Character[] {
  return paragraphs.flatMap(({ runs, ...look }) => [
    ...runs.flatMap(({ text, ...style }) =>
      text.split('').map((each) => ({ text: each, style: { ...style }, look: null })),
    ),
    { text: '\n', style: {}, look: { ...look } },
  ])
}

export function fromFlat(characters: readonly Character[]): Paragraph[] {
  const paragraphs: Paragraph[] = []
  let runs: TextRun[] = []
  for (const { text, style, look } of characters) {
    if (look) {
      paragraphs.push({ ...look, runs })
      runs = []
      continue
    }
    const last = runs.at(-1)
    if (last && sameStyle(last, style)) last.text += text
    else runs.push({ text, ...style })
  }
  return paragraphs
}

function sameStyle({ text: _, ...left }: TextRun, right: Style): boolean {
  const sorted = (style: Style) => JSON.stringify(Object.entries(style).sort())
  return sorted(left) === sorted(right)
}

/** The line breaks of the paragraphs that a range touches, with where each paragraph begins, last one first. */
export function paragraphsIn(
  characters: readonly Character[],
  { start, end }: { readonly start: number; readonly end: number },
): { readonly first: number; readonly look: ParagraphLook }[] {
  const found: { first: number; look: ParagraphLook }[] = []
  let first = 1
  for (const [position, { look }] of characters.entries()) {
    if (!look) continue
    const after = position + 2
    if (first < end && after > start) found.unshift({ first, look })
    first = after
  }
  return found
}
