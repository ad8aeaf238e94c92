import { z } from 'zod'

/** A file as a comparison or a pull request changes it. */
export const changedFile = z.object({
  path: z.string().meta({ title: 'Path' }),
  change: z.string().meta({ title: 'Change', description: 'added, modified, removed or renamed' }),
  additions: z.number().int().meta({ title: 'Lines added' }),
  deletions: z.number().int().meta({ title: 'Lines removed' }),
  patch: z.string().meta({ title: 'Patch', description: 'Empty when the file is no text or very long.' }),
})

export type ChangedFile = z.output<typeof changedFile>

export const changedFileExample: ChangedFile = {
  path: 'src/search/normalise.ts',
  change: 'modified',
  additions: 6,
  deletions: 2,
  patch: '@@ -1,4 +1,8 @@\n-  return word.toLowerCase().trim()\n+  return word',
}
