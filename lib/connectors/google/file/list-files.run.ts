import 'server-only'
import type { drive_v3 } from 'googleapis/build/src/apis/drive/v3.js'
import { z } from 'zod'
import { fileFields, toFile, vendorFile } from './vendor'

const page = z.object({
  files: z.array(vendorFile.extend({ modifiedTime: z.string().default('') })),
})

/** Files that meet every condition of Drive's query language, newest first. */
export async function listFiles(
  drive: drive_v3.Drive,
  { conditions, limit = 30 }: { readonly conditions: readonly string[]; readonly limit: number | undefined },
) {
  const { data } = await drive.files.list({
    q: [...conditions, 'trashed = false'].join(' and '),
    orderBy: 'modifiedTime desc',
    pageSize: limit,
    fields: `files(${fileFields},modifiedTime)`,
    supportsAllDrives: true,
    includeItemsFromAllDrives: true,
  })
  const files = page.parse(data).files.map((each) => ({ ...toFile(each), modified_at: each.modifiedTime }))
  return { files, count: files.length }
}

export function nameContains(words: string | undefined): string[] {
  const trimmed = words?.trim()
  return trimmed ? [`name contains ${quoted(trimmed)}`] : []
}

/** A text as Drive's query language wants it, so that it cannot end early. */
export function quoted(text: string): string {
  return `'${text.replace(/[\\']/g, '\\$&')}'`
}
