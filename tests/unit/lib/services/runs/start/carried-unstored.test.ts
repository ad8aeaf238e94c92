import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { newId } from '@/db/new-id'
import type { VersionId } from '@/lib/core/ids'
import { openCarriedUnstored } from '@/lib/services/runs/start/carried-unstored'

let directory: string
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'handrail-unstored-'))
})
afterEach(() => rmSync(directory, { recursive: true }))

const version = () => newId<VersionId>('ver')

it('suspects what was under way when a process ended without warning, and nothing that had come to its end', () => {
  const [ended, struck, later] = [version(), version(), version()]
  const first = openCarriedUnstored(directory)
  first.begin(ended)()
  first.begin(struck)
  const second = openCarriedUnstored(directory)
  expect([ended, struck, later].map(second.isSuspect)).toEqual([false, true, false])
  second.begin(later)
  const third = openCarriedUnstored(directory)
  expect([ended, struck, later].map(third.isSuspect)).toEqual([false, true, true])
})

it('suspects nobody after a process that ended in good order', () => {
  const first = openCarriedUnstored(directory)
  first.begin(version())
  const struck = version()
  first.begin(struck)
  first.close()
  expect(openCarriedUnstored(directory).isSuspect(struck)).toBe(false)
})

it('holds as many notes as there are places, and lets the rest go without', () => {
  const first = openCarriedUnstored(directory)
  const ends = Array.from({ length: 300 }, () => first.begin(version()))
  for (const end of ends) end()
  const struck = version()
  first.begin(struck)
  const second = openCarriedUnstored(directory)
  expect(second.isSuspect(struck)).toBe(true)
})
