import type { SheetCell } from './state'

/** The rows of a tab as CSV. */
export function toCsv(rows: readonly (readonly SheetCell[])[]): string {
  return rows.map((row) => row.map(toField).join(',')).join('\r\n')
}

function toField(cell: SheetCell): string {
  const text = String(shownValue(cell))
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

/** What a cell shows. Nothing is computed here: a formula shows itself. */
export function shownValue(cell: SheetCell): string | number | boolean {
  return typeof cell === 'object' ? cell.formula : cell
}

/** Rows out of CSV, read as Google reads typed values. */
export function fromCsv(csv: string): SheetCell[][] {
  const rows: string[][] = [[]]
  for (const [, lead = '', quoted, plain = ''] of csv.matchAll(
    /(^|,|\r?\n)(?:"((?:[^"]|"")*)"|([^,\r\n]*))/g,
  )) {
    if (lead.includes('\n')) rows.push([])
    rows.at(-1)?.push(quoted === undefined ? plain : quoted.replaceAll('""', '"'))
  }
  return rows.filter((row) => row.some((each) => each !== '')).map((row) => row.map(fromTyped))
}

/** A text as a person who types it means it. */
export function fromTyped(text: string): SheetCell {
  const trimmed = text.trim()
  if (trimmed.startsWith('=') && trimmed.length > 1) return { formula: trimmed }
  if (/^-?\d+(\.\d+)?$/.test(trimmed)) return Number(trimmed)
  if (/^(true|false)$/i.test(trimmed)) return trimmed.toLowerCase() === 'true'
  return text
}
