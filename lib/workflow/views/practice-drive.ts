import { z } from 'zod'

export const practiceFileSchema = z.object({
  id: z.string(),
  name: z.string(),
  kind: z.enum(['folder', 'document', 'sheet', 'file']),
  /** The folders it lies in, from My Drive down. */
  folder: z.string(),
  at: z.string(),
  /** A workflow made it or changed it. */
  isOurs: z.boolean(),
  trashed: z.boolean(),
  /** E-mail addresses of those outside of the company. */
  sharedWith: z.array(z.string()).readonly(),
  /** What it says, as Markdown; empty for folders and spreadsheets. */
  text: z.string(),
  tabs: z
    .array(z.object({ title: z.string(), rows: z.array(z.array(z.string()).readonly()).readonly() }))
    .readonly(),
})

export type PracticeFile = z.infer<typeof practiceFileSchema>

/** The simulated Drive: newest first. */
export const practiceDriveSchema = z.object({ files: z.array(practiceFileSchema).readonly() })

export type PracticeDrive = z.infer<typeof practiceDriveSchema>
