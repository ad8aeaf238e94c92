import { textLiquid } from './liquid'
import { nowName } from './liquid-dates'
import { recent } from './recent'

export type PathReference = {
  readonly from: string
  readonly path: readonly (string | number)[]
  /** The text itself says what to do when it is not there: a `default`, or an `if` around it. */
  readonly mayBeMissing: boolean
}

/** A mention, with the place of its name in the text. */
export type LiquidMention = PathReference & { readonly start: number }

type Read = { readonly mentions: readonly LiquidMention[] } | { readonly problem: string }

const read = recent<Read>(2_000, (source) => {
  try {
    const { globals } = textLiquid.analyzeSync(textLiquid.parse(source), { partials: false })
    const lines = lineStarts(source)
    const mentions = Object.values(globals)
      .flat()
      .flatMap(({ segments, location: { row, col } }) => toMention(segments, (lines[row - 1] ?? 0) + col - 1))
    return { mentions: markTolerated(source, mentions) }
  } catch (error) {
    return { problem: error instanceof Error ? error.message : String(error) }
  }
})

/** The earlier steps that a Liquid text mentions; variables of its own loops and captures are left out. */
export function liquidReferences(source: string): readonly LiquidMention[] {
  const result = read(source)
  return 'mentions' in result ? result.mentions : []
}

/** What is wrong with a Liquid text, if anything. */
export function liquidProblem(source: string): string | undefined {
  const result = read(source)
  return 'problem' in result ? result.problem : undefined
}

/** A path ends where a part of it is known only during a run (`rows[n.index]`). */
function toMention(segments: readonly unknown[], start: number): readonly LiquidMention[] {
  const [from, ...rest] = segments
  if (typeof from !== 'string' || from === nowName) return []
  const unknown = rest.findIndex((part) => typeof part !== 'string' && typeof part !== 'number')
  const known = unknown === -1 ? rest : rest.slice(0, unknown)
  const path = known.flatMap((part) => (typeof part === 'string' || typeof part === 'number' ? [part] : []))
  return [{ from, path, mayBeMissing: false, start }]
}

function lineStarts(source: string): readonly number[] {
  const starts = [0]
  for (let at = source.indexOf('\n'); at !== -1; at = source.indexOf('\n', at + 1)) starts.push(at + 1)
  return starts
}

/**
 * A mention inside `{{ … | default: … }}` or inside the test of an `if` may be missing; so may every mention of a step
 * that some `if` of the text tests.
 */
function markTolerated(source: string, mentions: readonly LiquidMention[]): readonly LiquidMention[] {
  const tests = rangesOf(source, /\{%-?\s*(?:if|elsif|unless|case)\b[^%]*%\}/g)
  const defaults = rangesOf(source, /\{\{[^{}]*\|\s*default\b[^{}]*\}\}/g)
  const tested = new Set(mentions.filter(({ start }) => isWithin(tests, start)).map(({ from }) => from))
  return mentions.map((mention) =>
    tested.has(mention.from) || isWithin(defaults, mention.start)
      ? { ...mention, mayBeMissing: true }
      : mention,
  )
}

type Range = readonly [start: number, end: number]

function rangesOf(source: string, pattern: RegExp): readonly Range[] {
  return [...source.matchAll(pattern)].map((match) => [match.index, match.index + match[0].length])
}

function isWithin(ranges: readonly Range[], place: number): boolean {
  return ranges.some(([start, end]) => start <= place && place < end)
}
