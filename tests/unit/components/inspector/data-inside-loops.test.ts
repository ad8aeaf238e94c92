import { describe, expect, it } from 'vitest'
import { dataRowsOf } from '@/components/inspector/data/data-rows'
import { dataSourcesOf } from '@/components/inspector/data/data-sources'
import { samplesInside } from '@/components/inspector/data/samples-inside'
import type { WorkflowDocument } from '@/lib/workflow/document'
import { listOf, objectOf, textType } from '@/lib/workflow/value-type'

/** issues ─ every [ say ] ─ after */
const document: WorkflowDocument = {
  schema: 1,
  nodes: [
    { id: 'issues', type: 'action', action: 'github.issue.list', input: {} },
    {
      id: 'every',
      type: 'each',
      name: 'For each issue',
      config: {
        items: { from: 'issues', path: ['issues'] },
        concurrency: 1,
        onError: 'stop',
        body: { nodes: [{ id: 'say', type: 'set', config: { fields: [] } }], edges: [] },
      },
    },
    { id: 'after', type: 'set', config: { fields: [] } },
  ],
  edges: [
    { from: 'issues', exit: 'out', to: 'every' },
    { from: 'every', exit: 'out', to: 'after' },
  ],
}
const samples = { issues: { issues: [{ number: 4, title: 'Broken' }], count: 1 }, every: [{}] }

describe('the data that a step inside of a loop may use', () => {
  it('is the item with its fields, its place, and what came before the loop', () => {
    const sources = dataSourcesOf(document, 'say')
    expect(sources.map(({ id, isInside }) => [id, isInside === true])).toEqual([
      ['every', true],
      ['issues', false],
    ])
    const [every] = sources
    if (!every) throw new Error('The loop is not offered.')
    const rows = dataRowsOf(every, samplesInside(samples, { sources, document }).every)
    expect(rows.filter(({ depth }) => depth === 0).map(({ label }) => label)).toEqual([
      'Item',
      'Place, from 0',
    ])
    expect(rows.find(({ path }) => path.join('.') === 'item.title')?.sample).toBe('Broken')
  })

  it('shows no sample for an item that is not known', () => {
    const sources = dataSourcesOf(document, 'say')
    expect(samplesInside({ every: [{}] }, { sources, document })).not.toHaveProperty('every')
  })
})

describe('what a loop gives', () => {
  it('can be picked as a whole after it', () => {
    const [every] = dataSourcesOf(document, 'after')
    expect(every?.id).toBe('every')
    const source = {
      id: 'every',
      title: 'For each',
      icon: '',
      distance: 1,
      type: listOf(objectOf({ told: textType })),
    }
    expect(dataRowsOf(source, undefined).map(({ label, path, depth }) => [label, path, depth])).toEqual([
      ['The whole list', [], 0],
      ['First item', [0], 1],
      ['told', [0, 'told'], 2],
    ])
  })
})
