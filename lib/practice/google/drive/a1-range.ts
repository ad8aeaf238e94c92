import { invalid } from './refusal'
import type { Tab } from './state'

/** A part of a tab, counted from 0; what is last in it belongs to it, and may be endless. */
export type Area = {
  readonly tab: Tab
  readonly top: number
  readonly left: number
  readonly bottom: number
  readonly right: number
}

const endless = Number.POSITIVE_INFINITY

/** A range as `'Tab'!A1:C3`, `'Tab'`, `A1` or `1:1`. */
export function toArea(tabs: readonly Tab[], range: string): Area {
  const [, quoted, rest = range] = /^'((?:[^']|'')*)'(?:!(.+))?$/.exec(range) ?? []
  const title = quoted?.replaceAll("''", "'")
  const tab = title === undefined ? tabs[0] : tabs.find((each) => each.title === title)
  if (!tab) throw invalid(`Unable to parse range: ${range}`)
  if (title !== undefined && rest === range) return { tab, top: 0, left: 0, bottom: endless, right: endless }
  const corners = /^([A-Z]*)(\d*)(?::([A-Z]*)(\d*))?$/i.exec(rest)
  if (!corners) throw invalid(`Unable to parse range: ${range}`)
  const [, left = '', top = '', right = left, bottom = top] = corners
  return {
    tab,
    top: top ? Number(top) - 1 : 0,
    left: left ? columnIndex(left) : 0,
    bottom: bottom ? Number(bottom) - 1 : endless,
    right: right ? columnIndex(right) : endless,
  }
}

function columnIndex(letters: string): number {
  return [...letters.toUpperCase()].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1
}

/** The range as Google names it in its answers. */
export function nameOf(
  { tab, top, left }: Area,
  size: { readonly rows: number; readonly columns: number },
): string {
  const title = /^\w+$/.test(tab.title) ? tab.title : `'${tab.title.replaceAll("'", "''")}'`
  const first = `${columnLetters(left)}${top + 1}`
  const last = `${columnLetters(left + Math.max(1, size.columns) - 1)}${top + Math.max(1, size.rows)}`
  return `${title}!${first === last ? first : `${first}:${last}`}`
}

function columnLetters(index: number): string {
  const last = String.fromCharCode(65 + (index % 26))
  return index < 26 ? last : columnLetters(Math.floor(index / 26) - 1) + last
}
