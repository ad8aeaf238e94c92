import { describe, expect, it } from 'vitest'
import { nodeSchemas } from '@/lib/workflow/document'
import { shapeList } from '@/lib/workflow/shape-list'

const orders = [
  { id: 1, state: 'open', amount: 10.1, who: { name: 'Ada' } },
  { id: 2, state: 'shut', amount: '5', who: { name: 'Bob' } },
  { id: 3, state: 'open', amount: 0.2, who: { name: 'Ada' } },
  { id: 4, state: 'open', who: { name: 'Cy' } },
]

function shape(config: object, items: unknown = orders) {
  const node = nodeSchemas.list.parse({
    id: 'few',
    type: 'list',
    config: { items: { from: 'read', path: [] }, ...config },
  })
  return shapeList(node, { scope: { read: items as never }, now: 0, node })
}
const ids = (result: ReturnType<typeof shape>) => (result.items as { id: number }[]).map(({ id }) => id)

describe('a list', () => {
  it('keeps the items that the condition holds for, by the item and its place', () => {
    const open = { left: { from: 'few', path: ['item', 'state'] }, is: 'equals', right: { value: 'open' } }
    expect(ids(shape({ filter: open }))).toEqual([1, 3, 4])
    expect(ids(shape({ filter: { cel: 'few.index > 1 && few.item.state == "open"' } }))).toEqual([3, 4])
  })

  it('keeps the first of those that are the same', () => {
    expect(ids(shape({ unique: { by: ['who', 'name'] } }))).toEqual([1, 2, 4])
    expect(shape({ unique: { by: [] } }, [1, 1, '1', { a: 1, b: 2 }, { b: 2, a: 1 }]).items).toEqual([
      1,
      '1',
      { a: 1, b: 2 },
    ])
  })

  it('sorts numbers by size, texts by letters, and puts what is missing last', () => {
    expect(ids(shape({ sort: { by: ['amount'] } }))).toEqual([3, 2, 1, 4])
    expect(ids(shape({ sort: { by: ['amount'], order: 'descending' } }))).toEqual([1, 2, 3, 4])
    expect(shape({ sort: { by: [] } }, ['b10', 'b9', 'a']).items).toEqual(['a', 'b9', 'b10'])
    expect(() => shape({ sort: { by: ['who'] } })).toThrow('sorts by what is no text, number or date')
  })

  it('shortens, groups in the order of the first of each, and adds up', () => {
    const result = shape({
      sort: { by: ['id'], order: 'descending' },
      limit: 3,
      group: { by: ['state'] },
      sum: { of: ['amount'] },
    })
    expect([ids(result), result.count, result.sum]).toEqual([[4, 3, 2], 3, 5.2])
    expect(result.groups).toMatchObject([
      { key: 'open', count: 2, sum: 0.2 },
      { key: 'shut', count: 1, sum: 5 },
    ])
    expect(() => shape({ sum: { of: ['state'] } })).toThrow('adds up what is no number')
  })

  it('says so when it is given no list', () => {
    expect(() => shape({}, 'text')).toThrow('needs a list')
  })
})
