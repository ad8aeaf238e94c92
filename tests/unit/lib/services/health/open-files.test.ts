import { expect, it } from 'vitest'
import { openFilesHere, roomIn } from '@/lib/services/health/open-files'

it('keeps connections for what the process carries, and some of the rest for those who do not watch', () => {
  const { connections, streams } = roomIn(256)
  expect(connections).toBeLessThan(256 - 64)
  expect(streams).toBeLessThan(connections)
  expect(streams).toBeGreaterThan(100)
})

it('lets somebody watch however little there is', () => {
  expect(roomIn(10).streams).toBeGreaterThan(0)
})

it('knows how many files this process may open', () => {
  expect(openFilesHere()).toBeGreaterThan(0)
})
