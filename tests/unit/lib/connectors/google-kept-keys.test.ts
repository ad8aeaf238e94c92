import { expect, test } from 'vitest'
import { hasKey, keyNote, outdatedKeys } from '@/lib/connectors/google/row/kept-keys.run'

const now = Date.UTC(2026, 10, 2)
const day = 24 * 60 * 60 * 1000

/** A tab with so many keys, the newest a second old, one for each `step` before it. */
const tabWith = (count: number, step: number) => ({
  properties: { sheetId: 0, title: 'Tab' },
  developerMetadata: Array.from({ length: count }, (_, index) => ({
    metadataId: index + 1,
    ...keyNote(`effect ${index}`, now - 1000 - index * step),
  })),
})

test('a key is found by its effect alone', () => {
  expect(hasKey(tabWith(3, 1000), 'effect 1', now)).toBe(true)
  expect(hasKey(tabWith(3, 1000), 'effect 9', now)).toBe(false)
})

test('the oldest keys make room for new ones', () => {
  expect(outdatedKeys(tabWith(499, 1000))).toEqual([])
  expect(outdatedKeys(tabWith(501, 1000))).toEqual([501, 500])
})

test('where a key may have made room already, a look-up proves nothing', () => {
  expect(() => hasKey(tabWith(500, 1000), 'other', now)).toThrow(/Look there/)
  expect(hasKey(tabWith(500, day), 'other', now)).toBe(false)
})

test('all keys together stay within what Google keeps', () => {
  const { metadataKey, metadataValue } = keyNote('x'.repeat(500), now)
  expect((metadataKey.length + metadataValue.length) * 500).toBeLessThan(25_000)
})
