import { type DriveState, documentType, type PracticeFile, sheetType } from './state'
import { toCsv } from './to-csv'

/** What a file says, without its look. */
export function textOfFile(state: DriveState, { id, mimeType, content }: PracticeFile): string {
  if (mimeType === documentType) {
    const { paragraphs } = state.documents[id] ?? { paragraphs: [] }
    return paragraphs.map(({ runs }) => runs.map(({ text }) => text).join('')).join('\n')
  }
  if (mimeType === sheetType) return toCsv(state.spreadsheets[id]?.[0]?.rows ?? [])
  return content
}
