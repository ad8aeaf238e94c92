import { z } from 'zod'
import { type Character, fromFlat, paragraphsIn, type Style, toFlat } from './flat-document'
import { invalid } from './refusal'
import type { PracticeDocument } from './state'

const range = z.object({ startIndex: z.number(), endIndex: z.number() })

const requestSchema = z.union([
  z.strictObject({ insertText: z.object({ location: z.object({ index: z.number() }), text: z.string() }) }),
  z.strictObject({
    replaceAllText: z.object({
      containsText: z.object({ text: z.string().min(1), matchCase: z.boolean().default(false) }),
      replaceText: z.string().default(''),
    }),
  }),
  z.strictObject({
    updateTextStyle: z.object({
      range,
      fields: z.string(),
      textStyle: z.object({
        bold: z.boolean().optional(),
        italic: z.boolean().optional(),
        strikethrough: z.boolean().optional(),
        link: z.object({ url: z.string() }).optional(),
        weightedFontFamily: z.object({ fontFamily: z.string() }).optional(),
      }),
    }),
  }),
  z.strictObject({
    updateParagraphStyle: z.object({
      range,
      paragraphStyle: z.object({ namedStyleType: z.string() }),
      fields: z.literal('namedStyleType'),
    }),
  }),
  z.strictObject({ createParagraphBullets: z.object({ range, bulletPreset: z.string() }) }),
  z.strictObject({ deleteParagraphBullets: z.object({ range }) }),
  z.strictObject({ createNamedRange: z.object({ name: z.string().min(1).max(256), range }) }),
])

export const batchSchema = z.object({
  requests: z.array(requestSchema).min(1),
  writeControl: z.object({ requiredRevisionId: z.string().optional() }).default({}),
})

type Change = {
  characters: Character[]
  readonly namedRanges: PracticeDocument['namedRanges']
}

/** The document after every request of a `batchUpdate`, in their order, and what each answers. */
export function changeDocument(
  document: PracticeDocument,
  requests: z.infer<typeof batchSchema>['requests'],
): { readonly document: PracticeDocument; readonly replies: readonly unknown[] } {
  const change: Change = {
    characters: toFlat(document),
    namedRanges: document.namedRanges.map((each) => ({ ...each })),
  }
  const replies = requests.map((request) => carryOut(change, request))
  return {
    document: {
      revision: document.revision + 1,
      paragraphs: fromFlat(change.characters),
      namedRanges: change.namedRanges.filter(({ start, end }) => start < end),
    },
    replies,
  }
}

function carryOut(change: Change, request: z.infer<typeof requestSchema>): unknown {
  if ('insertText' in request) insert(change, request.insertText.location.index, request.insertText.text)
  else if ('replaceAllText' in request) return { replaceAllText: replaceAll(change, request.replaceAllText) }
  else if ('updateTextStyle' in request) {
    const { range: given, fields, textStyle } = request.updateTextStyle
    for (const character of inside(change, given)) {
      if (!character.look) character.style = restyled(character.style, fields.split(','), textStyle)
    }
  } else if ('updateParagraphStyle' in request) {
    const { range: given, paragraphStyle } = request.updateParagraphStyle
    for (const { look } of touched(change, given)) look.style = paragraphStyle.namedStyleType
  } else if ('deleteParagraphBullets' in request) {
    for (const { look } of touched(change, request.deleteParagraphBullets.range)) {
      look.list = null
      look.depth = 0
    }
  } else if ('createParagraphBullets' in request) makeList(change, request.createParagraphBullets)
  else return { createNamedRange: { namedRangeId: name(change, request.createNamedRange) } }
  return {}
}

type Range = z.infer<typeof range>

function inside(change: Change, given: Range): Character[] {
  check(change, given)
  return change.characters.slice(given.startIndex - 1, given.endIndex - 1)
}

function touched(change: Change, given: Range) {
  check(change, given)
  return paragraphsIn(change.characters, { start: given.startIndex, end: given.endIndex })
}

function check({ characters }: Change, { startIndex, endIndex }: Range): void {
  if (startIndex < 1 || endIndex <= startIndex || endIndex > characters.length + 1)
    throw invalid(`Invalid requests: The range ${startIndex}-${endIndex} must be within the document.`)
}

function insert(change: Change, index: number, text: string): void {
  const { characters, namedRanges } = change
  if (index < 1 || index > characters.length)
    throw invalid(`Invalid requests: Index ${index} must be less than the end index of the segment.`)
  const next = characters.slice(index - 1).find(({ look }) => look)?.look
  const before = characters[index - 2]
  const style = before && !before.look ? before.style : {}
  const inserted = text.split('').map((each): Character => {
    const isEnd = each === '\n' && next
    return { text: each, style: isEnd ? {} : { ...style }, look: isEnd ? { ...next } : null }
  })
  characters.splice(index - 1, 0, ...inserted)
  for (const each of namedRanges) {
    if (each.start >= index) each.start += inserted.length
    if (each.end > index) each.end += inserted.length
  }
}

function remove({ characters, namedRanges }: Change, index: number, count: number): void {
  characters.splice(index - 1, count)
  const moved = (at: number) => (at <= index ? at : Math.max(index, at - count))
  for (const each of namedRanges) {
    each.start = moved(each.start)
    each.end = moved(each.end)
  }
}

function replaceAll(
  change: Change,
  { containsText, replaceText }: { containsText: { text: string; matchCase: boolean }; replaceText: string },
) {
  const fold = (text: string) => (containsText.matchCase ? text : text.toLowerCase())
  const all = fold(change.characters.map(({ text }) => text).join(''))
  const wanted = fold(containsText.text)
  const places: number[] = []
  for (let at = all.indexOf(wanted); at >= 0; at = all.indexOf(wanted, at + wanted.length))
    places.push(at + 1)
  for (const place of places.toReversed()) {
    insert(change, place + wanted.length, replaceText)
    remove(change, place, wanted.length)
  }
  return { occurrencesChanged: places.length }
}

type TextStyle = {
  readonly bold?: boolean | undefined
  readonly italic?: boolean | undefined
  readonly strikethrough?: boolean | undefined
  readonly link?: { readonly url: string } | undefined
  readonly weightedFontFamily?: { readonly fontFamily: string } | undefined
}

function restyled(style: Style, fields: readonly string[], given: TextStyle): Style {
  const wanted: Style = {
    ...(given.bold ? { bold: true } : {}),
    ...(given.italic ? { italic: true } : {}),
    ...(given.strikethrough ? { strike: true } : {}),
    ...(given.link ? { link: given.link.url } : {}),
    ...(given.weightedFontFamily ? { font: given.weightedFontFamily.fontFamily } : {}),
  }
  const ours = { strikethrough: 'strike', weightedFontFamily: 'font' } as const
  const names = fields.map((field) =>
    field === 'strikethrough' || field === 'weightedFontFamily' ? ours[field] : field,
  )
  const kept = Object.entries(style).filter(([key]) => !names.includes(key))
  const set = Object.entries(wanted).filter(([key]) => names.includes(key))
  return Object.fromEntries([...kept, ...set])
}

function makeList(
  change: Change,
  { range: given, bulletPreset }: { range: Range; bulletPreset: string },
): void {
  const list = bulletPreset.startsWith('NUMBERED') ? 'numbers' : 'points'
  for (const { first, look } of touched(change, given)) {
    let depth = 0
    while (change.characters[first - 1 + depth]?.text === '\t') depth += 1
    look.list = list
    look.depth = depth
    remove(change, first, depth)
  }
}

function name({ namedRanges, ...change }: Change, given: { name: string; range: Range }): string {
  check({ namedRanges, ...change }, given.range)
  const id = `range-${namedRanges.length + 1}`
  namedRanges.push({ id, name: given.name, start: given.range.startIndex, end: given.range.endIndex })
  return id
}
