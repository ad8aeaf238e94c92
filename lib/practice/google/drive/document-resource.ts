import type { Paragraph, PracticeDocument, PracticeFile, TextRun } from './state'

const levels = Array.from({ length: 9 })

/** A document as Google's Docs interface gives it. */
export function documentResource({ id, name }: PracticeFile, document: PracticeDocument) {
  let index = 1
  const content = document.paragraphs.map((paragraph) => {
    const start = index
    const elements = [...paragraph.runs, { text: '\n' }].map((run) => {
      const startIndex = index
      index += run.text.length
      return { startIndex, endIndex: index, textRun: { content: run.text, textStyle: styleOf(run) } }
    })
    return { startIndex: start, endIndex: index, paragraph: { elements, ...lookOf(paragraph) } }
  })
  const named = new Map<string, { namedRangeId: string; name: string; ranges: unknown[] }[]>()
  for (const range of document.namedRanges) {
    const ranges = [{ startIndex: range.start, endIndex: range.end }]
    named.set(range.name, [
      ...(named.get(range.name) ?? []),
      { namedRangeId: range.id, name: range.name, ranges },
    ])
  }
  return {
    documentId: id,
    title: name,
    revisionId: revisionOf(document),
    body: { content: [{ endIndex: 1, sectionBreak: {} }, ...content] },
    lists: {
      points: { listProperties: { nestingLevels: levels.map(() => ({ glyphSymbol: '●' })) } },
      numbers: { listProperties: { nestingLevels: levels.map(() => ({ glyphType: 'DECIMAL' })) } },
    },
    namedRanges: Object.fromEntries(
      [...named].map(([name_, namedRanges]) => [name_, { name: name_, namedRanges }]),
    ),
  }
}

export function revisionOf({ revision }: PracticeDocument): string {
  return `revision-${revision}`
}

function styleOf({ bold, italic, strike, font, link }: TextRun) {
  return {
    ...(bold ? { bold } : {}),
    ...(italic ? { italic } : {}),
    ...(strike ? { strikethrough: true } : {}),
    ...(font ? { weightedFontFamily: { fontFamily: font, weight: 400 } } : {}),
    ...(link ? { link: { url: link } } : {}),
  }
}

function lookOf({ style, list, depth }: Paragraph) {
  return {
    paragraphStyle: { namedStyleType: style, direction: 'LEFT_TO_RIGHT' },
    ...(list
      ? { bullet: { listId: list, ...(depth > 0 ? { nestingLevel: depth } : {}), textStyle: {} } }
      : {}),
  }
}
