import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'

const manifestSchema = z.object({
  format: z.literal(1),
  made: z.string(),
  migrations: z.array(z.string()),
  tables: z.array(z.object({ name: z.string(), columns: z.array(z.string()), rows: z.number().int() })),
})

/** What a backup says of itself: written last, so that a folder without one is no backup. */
export type Manifest = z.infer<typeof manifestSchema>

export const manifestFile = 'manifest.json'

export const dataFile = (table: string): string => `${table}.copy.gz`

/** Throws a sentence when the folder holds no whole backup. */
export function readManifest(folder: string): Manifest {
  try {
    return manifestSchema.parse(JSON.parse(readFileSync(join(folder, manifestFile), 'utf8')))
  } catch {
    throw new Error(`There is no whole backup in ${folder}. Name the folder that a backup was written to.`)
  }
}
