import { toMarkdown } from './document-text'
import { onePagePdf } from './one-page-pdf'
import { invalid } from './refusal'
import { type DriveState, documentType, type PracticeFile, sheetType } from './state'
import { textOfFile } from './text-of-file'

/** A document or spreadsheet in another form. */
export function exportFile(state: DriveState, file: PracticeFile, type: string): Response {
  const text = exported(state, file, type)
  return new Response(text, { headers: { 'content-type': type } })
}

function exported(state: DriveState, file: PracticeFile, type: string): string {
  const document = state.documents[file.id]
  if (file.mimeType === documentType && document) {
    if (type === 'text/markdown') return toMarkdown(document)
    if (type === 'text/plain') return textOfFile(state, file)
  }
  if (file.mimeType === sheetType && type === 'text/csv') return textOfFile(state, file)
  if ((document || file.mimeType === sheetType) && type === 'application/pdf')
    return onePagePdf(`${file.name}\n\n${textOfFile(state, file)}`)
  throw invalid('The requested conversion is not supported.')
}
