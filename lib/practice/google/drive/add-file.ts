import { mailboxAddress } from '../../seed/people'
import { toParagraphs } from './document-text'
import { type DriveState, documentType, type PracticeFile, rootFolder, sheetType } from './state'
import { fromCsv } from './to-csv'

type NewFile = {
  readonly id?: string
  readonly name?: string | undefined
  readonly mimeType?: string | undefined
  readonly parents?: readonly string[] | undefined
  readonly description?: string | undefined
  readonly appProperties?: Readonly<Record<string, string>> | undefined
  /** Markdown for a document, CSV for a spreadsheet. */
  readonly content: string
}

/** Puts a new file in Drive. Of a document or spreadsheet the content is turned into its own kind. */
export function addFile(state: DriveState, given: NewFile): PracticeFile {
  const id = given.id ?? `practice-file-${state.next}`
  state.next += 1
  const mimeType = given.mimeType ?? 'application/octet-stream'
  const isDocument = mimeType === documentType
  const isSheet = mimeType === sheetType
  const now = new Date().toISOString()
  const file: PracticeFile = {
    id,
    name: given.name ?? 'Untitled',
    mimeType,
    parents: (given.parents ?? [rootFolder]).map((parent) => (parent === 'root' ? rootFolder : parent)),
    trashed: false,
    description: given.description ?? '',
    createdTime: now,
    modifiedTime: now,
    owner: mailboxAddress,
    appProperties: { ...given.appProperties },
    permissions: [{ id: 'permission-owner', type: 'user', role: 'owner', emailAddress: mailboxAddress }],
    content: isDocument || isSheet ? '' : given.content,
    isOurs: true,
  }
  state.files.push(file)
  if (isDocument) {
    state.documents[id] = { revision: 1, paragraphs: toParagraphs(given.content), namedRanges: [] }
  }
  if (isSheet) {
    state.spreadsheets[id] = [{ sheetId: 0, title: 'Sheet1', rows: fromCsv(given.content), metadata: [] }]
  }
  return file
}
