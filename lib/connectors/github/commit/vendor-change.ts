import { z } from 'zod'
import { shorten } from '../../../core/shorten'
import type { ChangedFile } from './change'

export const vendorFile = z.object({
  filename: z.string(),
  status: z.string(),
  additions: z.number(),
  deletions: z.number(),
  patch: z.string().nullish(),
})

/** What a model or a person reads of one file's changes. */
const longestPatch = 20_000

export function toChangedFile(file: z.infer<typeof vendorFile>): ChangedFile {
  return {
    path: file.filename,
    change: file.status,
    additions: file.additions,
    deletions: file.deletions,
    patch: shorten(file.patch ?? '', longestPatch),
  }
}
