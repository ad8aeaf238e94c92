import { copyFileSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { writeConfigurationDefaults } from 'next/dist/lib/typescript/writeConfigurationDefaults'
import { expect, test } from 'vitest'
import { root } from './source-files'

test('a build changes no tracked file, whatever folder it is put in', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'handrail-build-'))
  const copy = join(folder, 'tsconfig.json')
  try {
    copyFileSync(join(root, 'tsconfig.json'), copy)
    for (const buildFolder of ['.next', '.next-other'])
      await writeConfigurationDefaults('7.0.2', copy, false, true, buildFolder, false, false)
    expect(readFileSync(copy, 'utf8')).toBe(readFileSync(join(root, 'tsconfig.json'), 'utf8'))
  } finally {
    rmSync(folder, { recursive: true })
  }
})
