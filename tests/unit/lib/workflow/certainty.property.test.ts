import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { makeIsBefore } from '@/lib/workflow/before'
import { certaintyOf } from '@/lib/workflow/certainty'
import { makeGraph } from '@/lib/workflow/graph'
import { type RandomWorkflow, randomWorkflow } from '@/tests/support/random-workflow'
import { referenceRun } from '@/tests/support/reference-run'

/** The same workflow with what would end the run turned to the good. */
function withoutEnds(drawn: RandomWorkflow): RandomWorkflow {
  const { nodes, edges } = drawn.document
  const stops = new Set(nodes.flatMap(({ id, type }) => (type === 'stop' ? [id] : [])))
  const outcomes = new Map(drawn.outcomes)
  for (const { id, settings, type } of nodes) {
    if (settings?.onError !== 'stop' || outcomes.get(id)?.status !== 'failed') continue
    outcomes.set(id, { status: 'succeeded', exit: type === 'approval' ? 'rejected' : 'out', output: {} })
  }
  const document = {
    ...drawn.document,
    nodes: nodes.filter(({ id }) => !stops.has(id)),
    edges: edges.filter(({ from, to }) => !stops.has(from) && !stops.has(to)),
  }
  return { ...drawn, document, outcomes }
}

describe('what is certain when a step runs', () => {
  it('is so in every run in which the step runs and nothing ends the run', () => {
    let claims = 0
    fc.assert(
      fc.property(randomWorkflow({ mayEnd: true }).map(withoutEnds), (drawn) => {
        const facts = referenceRun(drawn)
        // A loop that fails follows from its items: it cannot be turned to the good from outside.
        if ([...facts.values()].some(({ status, exit }) => status === 'failed' && exit === null)) return
        const graph = makeGraph(drawn.document)
        const isBefore = makeIsBefore(graph)
        const certainty = certaintyOf(graph)
        for (const reader of graph.order) {
          if (facts.get(reader)?.status === 'skipped') continue
          for (const source of graph.order) {
            if (!isBefore(source, reader)) continue
            const claim = certainty(source, reader)
            if (claim === 'unsure') continue
            claims += 1
            const fact = facts.get(source)
            expect({ source, reader, ...fact }).toMatchObject(
              claim === 'output' ? { status: 'succeeded' } : { status: 'failed', exit: 'error' },
            )
          }
        }
      }),
      { numRuns: 1_500 },
    )
    expect(claims).toBeGreaterThan(1_000)
  })
})
