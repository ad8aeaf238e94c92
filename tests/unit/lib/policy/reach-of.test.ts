import { describe, expect, it } from 'vitest'
import { reachOf } from '@/lib/policy/reach-of'
import type { WorkflowDocument } from '@/lib/workflow/document'
import { testActions } from '@/tests/support/test-actions'
import { workflow } from '@/tests/support/workflow'

const start = workflow().form('start')
const send = { to: { value: 'a' }, text: { value: 'b' } }
const sentence = (document: WorkflowDocument) => reachOf(document, { actions: testActions }).sentence

describe('the reach of a workflow', () => {
  it('is told in a sentence', () => {
    expect(sentence(start.document())).toBe('This workflow touches nothing outside.')
    const reads = start.action('a', 'test.issue.get').after('start')
    expect(sentence(reads.document())).toBe(
      'It can read Test. Nothing in it reaches people outside or is beyond undoing.',
    )
    const one = reads.action('b', 'test.message.send', send).after('a')
    expect(sentence(one.document())).toBe(
      'It can read Test, and can change Test. The one step that cannot be undone or reaches people outside does not wait for an approval.',
    )
    const two = one.approval('ask').after('b').action('c', 'test.message.send', send).after('ask', 'approved')
    expect(sentence(two.document())).toContain(
      '1 of the 2 steps that cannot be undone or reach people outside does not wait',
    )
    const three = two.action('d', 'test.message.send', send).after('a')
    expect(sentence(three.document())).toContain(
      '2 of the 3 steps that cannot be undone or reach people outside do not wait',
    )
  })

  it('lists every action with what it does and whether it is gated, tools of agents too, and nothing that is off', () => {
    const document = start
      .action('a', 'test.thing.do')
      .after('start')
      .agent('b', { tools: [{ action: 'test.message.send', fields: {} }] })
      .after('a')
      .action('c', 'test.thing.do', {}, { disabled: true })
      .after('b')
      .document()
    expect(reachOf(document, { actions: testActions }).entries).toEqual([
      {
        connector: 'test',
        action: 'test.thing.do',
        effect: 'write',
        outward: false,
        node: 'a',
        gated: false,
      },
      {
        connector: 'test',
        action: 'test.message.send',
        effect: 'irreversible',
        outward: true,
        node: 'b',
        gated: true,
      },
    ])
  })
})
