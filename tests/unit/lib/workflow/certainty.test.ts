import { describe, expect, it } from 'vitest'
import { certaintyOf } from '@/lib/workflow/certainty'
import { makeGraph } from '@/lib/workflow/graph'
import { picture } from '@/tests/support/picture'

const certainty = (text: string) => certaintyOf(makeGraph(picture(text)))

describe('what a step may read without a default', () => {
  it('is both branches of a parallel join', () => {
    const of = certainty(`
      start -> a -> join
      start -> b -> join`)
    expect([of('a', 'join'), of('b', 'join'), of('start', 'join')]).toEqual(['output', 'output', 'output'])
  })

  it('is the other end of a long parallel branch', () => {
    const of = certainty(`
      start -> a -> b -> c -> join
      start -> d -> join`)
    expect([of('b', 'join'), of('c', 'join')]).toEqual(['output', 'output'])
  })

  it('is neither of two exclusive branches', () => {
    const of = certainty(`
      start -> if_1 -high-> a -> join
      if_1 -low-> b -> join`)
    expect([of('a', 'join'), of('b', 'join'), of('if_1', 'join')]).toEqual(['unsure', 'unsure', 'output'])
  })

  it('is neither of two triggers', () => {
    const of = certainty(`
      start -> a
      start2 -> a`)
    expect([of('start', 'a'), of('start2', 'a')]).toEqual(['unsure', 'unsure'])
  })

  it('is the error of a step on its error exit, and its output on the other', () => {
    const of = certainty(`
      start -> a! -> b
      a -error-> c
      b -> d
      c -> d`)
    expect([of('a', 'b'), of('a', 'c'), of('a', 'd')]).toEqual(['output', 'error', 'unsure'])
  })

  it('is not a step that the run goes on without', () => {
    const of = certainty('start -> a~ -> b')
    expect([of('a', 'b'), of('start', 'b')]).toEqual(['unsure', 'output'])
  })

  it('is what stands before a step that is switched off, and not that step', () => {
    const of = certainty('start -> a -> b[x] -> c')
    expect([of('a', 'c'), of('b', 'c')]).toEqual(['output', 'unsure'])
  })
})
