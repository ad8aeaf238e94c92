import { z } from 'zod'

export const folderType = 'application/vnd.google-apps.folder'
export const documentType = 'application/vnd.google-apps.document'
export const sheetType = 'application/vnd.google-apps.spreadsheet'

const permission = z.object({
  id: z.string(),
  type: z.literal('user'),
  role: z.string(),
  emailAddress: z.string(),
})

const file = z.object({
  id: z.string(),
  name: z.string(),
  mimeType: z.string(),
  parents: z.array(z.string()),
  trashed: z.boolean(),
  description: z.string(),
  createdTime: z.string(),
  modifiedTime: z.string(),
  owner: z.string(),
  appProperties: z.record(z.string(), z.string()),
  permissions: z.array(permission),
  /** Of files that are no document and no spreadsheet. */
  content: z.string(),
  /** The connected account made it or changed it. */
  isOurs: z.boolean(),
})

const run = z.object({
  text: z.string(),
  bold: z.boolean().optional(),
  italic: z.boolean().optional(),
  strike: z.boolean().optional(),
  font: z.string().optional(),
  link: z.string().optional(),
})

const paragraph = z.object({
  style: z.string(),
  list: z.enum(['points', 'numbers']).nullable(),
  depth: z.number(),
  /** Without the line break at the end. */
  runs: z.array(run),
})

const namedRange = z.object({ id: z.string(), name: z.string(), start: z.number(), end: z.number() })

const document = z.object({
  revision: z.number(),
  paragraphs: z.array(paragraph).min(1),
  namedRanges: z.array(namedRange),
})

const cell = z.union([z.string(), z.number(), z.boolean(), z.object({ formula: z.string() })])

const tab = z.object({
  sheetId: z.number(),
  title: z.string(),
  rows: z.array(z.array(cell)),
  metadata: z.array(z.object({ metadataId: z.number(), metadataKey: z.string(), metadataValue: z.string() })),
})

/** All that the simulated Drive remembers. A document or spreadsheet is a file of the same id with its content here. */
export const driveState = z.object({
  next: z.number(),
  files: z.array(file),
  documents: z.record(z.string(), document),
  spreadsheets: z.record(z.string(), z.array(tab)),
})

export type DriveState = z.infer<typeof driveState>
export type PracticeFile = z.infer<typeof file>
export type PracticeDocument = z.infer<typeof document>
export type Paragraph = z.infer<typeof paragraph>
export type TextRun = z.infer<typeof run>
export type Tab = z.infer<typeof tab>
export type SheetCell = z.infer<typeof cell>

/** The folder that Drive calls `root`. */
export const rootFolder = 'folder-my-drive'
