import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { transcripts } from './transcripts'

const place = (name: string) => fileURLToPath(new URL(name, import.meta.url))
const rows = readFileSync(place('README.md'), 'utf8')
  .split('\n')
  .flatMap((line) => {
    const [, section, , by] = /^\| ([\d.]+|beyond) \| ([^|]+) \| (.+) \|$/.exec(line) ?? []
    return section && by ? [{ section, by }] : []
  })

test('the table names every section that a transcript shows, and the transcripts for it', () => {
  for (const section of new Set(transcripts.flatMap((transcript) => transcript.sections))) {
    expect(rows.find((row) => row.section === section)?.by, section).toMatch(/sdk-answers|server-calls/)
  }
})

test('what the table names is there', () => {
  const named = rows.flatMap(({ by }) => [...by.matchAll(/`([a-z./-]+)`/g)].map(([, name = '']) => name))
  const files = named.map((name) => (name.includes('.test.ts') ? name : `./${name}.test.ts`))
  expect(files.filter((file) => !existsSync(place(file)))).toEqual([])
})
