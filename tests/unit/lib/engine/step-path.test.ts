import { describe, expect, it } from 'vitest'
import { prefixOf, wayOf, wholesOf } from '@/lib/engine/step-path'

describe('the path of a step', () => {
  it.each([
    ['send', []],
    ['judge.t0.c1', ['judge']],
    ['each_1[3]', ['each_1']],
    ['each_1[3].send', ['each_1[3]', 'each_1']],
    ['each_1[3].judge.t0.c1', ['each_1[3].judge', 'each_1[3]', 'each_1']],
    ['a[0].b[12].c', ['a[0].b[12]', 'a[0].b', 'a[0]', 'a']],
  ])('%s is a part of %j', (path, wholes) => {
    expect(wholesOf(path)).toEqual(wholes)
  })

  it('says which loops it stands in, and at which items', () => {
    expect(wayOf('a[0].b[12].c')).toEqual([{ id: 'a', index: 0 }, { id: 'b', index: 12 }, { id: 'c' }])
    expect([prefixOf('a[0].b[12].c.t0'), prefixOf('c')]).toEqual(['a[0].b[12].', ''])
  })
})
