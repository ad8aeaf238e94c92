import { z } from 'zod'
import type { PracticeDrive } from '../../../workflow/views/practice-drive'
import { toMarkdown } from './document-text'
import {
  type DriveState,
  documentType,
  driveState,
  folderType,
  type PracticeFile,
  rootFolder,
  sheetType,
} from './state'
import { shownValue } from './to-csv'

/** What the practice page shows of one file; the rest is there all the same. */
const longestText = 20_000
const mostRows = 200

const kinds = { [folderType]: 'folder', [documentType]: 'document', [sheetType]: 'sheet' } as const

/** Drive as the practice page shows it. `google`: all that the simulated Google remembers. */
export function readDrive(google: unknown): PracticeDrive {
  const parsed = z.object({ drive: driveState }).safeParse(google)
  if (!parsed.success) return { files: [] }
  const state = parsed.data.drive
  const files = state.files
    .filter(({ id }) => id !== rootFolder)
    .map((file) => ({
      id: file.id,
      name: file.name,
      kind: kindOf(file),
      folder: folderOf(state, file),
      at: file.modifiedTime,
      isOurs: file.isOurs,
      trashed: file.trashed,
      sharedWith: file.permissions
        .map(({ emailAddress }) => emailAddress)
        .filter((address) => !address.endsWith('@acme.example')),
      text: textOf(state, file).slice(0, longestText),
      tabs: (state.spreadsheets[file.id] ?? []).map(({ title, rows }) => ({
        title,
        rows: rows.slice(0, mostRows).map((row) => row.map((cell) => String(shownValue(cell)))),
      })),
    }))
    .sort((left, right) => right.at.localeCompare(left.at))
  return { files }
}

function kindOf({ mimeType }: PracticeFile): PracticeDrive['files'][number]['kind'] {
  return mimeType === folderType || mimeType === documentType || mimeType === sheetType
    ? kinds[mimeType]
    : 'file'
}

function textOf(state: DriveState, { id, content }: PracticeFile): string {
  const document = state.documents[id]
  return document ? toMarkdown(document) : content
}

function folderOf(state: DriveState, { parents }: PracticeFile): string {
  const parent = state.files.find(({ id }) => id === parents[0])
  if (!parent) return ''
  const above = folderOf(state, parent)
  return above ? `${above} / ${parent.name}` : parent.name
}
