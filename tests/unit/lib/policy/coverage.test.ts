import { describe, expect, it } from 'vitest'
import { coverage } from '@/lib/policy/coverage'
import { defaultPolicy } from '@/lib/policy/workspace-policy'
import type { WorkflowDocument } from '@/lib/workflow/document'
import { testActions } from '@/tests/support/test-actions'
import { from, workflow } from '@/tests/support/workflow'

const told = (document: WorkflowDocument, policy = defaultPolicy) =>
  coverage(document, testActions, policy).map(({ use, path, reason }) => [
    use.node.id,
    reason,
    path.join(' '),
  ])

const send = (text: string) => ({ to: { value: 'team' }, text: { text } })

describe('coverage of what cannot be undone', () => {
  it('finds the way that passes no approval', () => {
    // start ─► tell
    const document = workflow()
      .form('start')
      .action('tell', 'test.message.send', send('hi'))
      .after('start')
      .document()
    expect(told(document)).toEqual([['tell', 'no_gate', 'start tell']])
  })

  it('is content with an approval on the only way', () => {
    // start ─► ask ─approved─► tell
    const document = workflow()
      .form('start', ['name'])
      .approval('ask')
      .after('start')
      .action('tell', 'test.message.send', send('hi {{ start.name }}'))
      .after('ask', 'approved')
      .document()
    expect(told(document)).toEqual([])
  })

  it('does not take a rejection for an approval', () => {
    const document = workflow()
      .form('start')
      .approval('ask')
      .after('start')
      .action('tell', 'test.message.send', send('no'))
      .after('ask', 'rejected')
      .document()
    expect(told(document)).toEqual([['tell', 'no_gate', 'start ask tell']])
  })

  it('finds the second way around the approval', () => {
    // start ─► ask ─approved─► tell
    // start ─► log ──────────► tell
    const document = workflow()
      .form('start')
      .approval('ask')
      .after('start')
      .set('log')
      .after('start')
      .action('tell', 'test.message.send', send('hi'))
      .after('ask', 'approved')
      .edge('log', 'tell')
      .document()
    expect(told(document)).toEqual([['tell', 'no_gate', 'start log tell']])
  })

  it('does not count an approval that is switched off, nor one given before the values are made', () => {
    const off = workflow()
      .form('start')
      .approval('ask', {}, { disabled: true })
      .after('start')
      .action('tell', 'test.message.send', send('hi'))
      .after('ask', 'approved')
      .edge('start', 'tell')
      .document()
    expect(told(off)).toEqual([['tell', 'no_gate', 'start tell']])

    // start ─► ask ─approved─► write ─► tell
    const early = workflow()
      .form('start')
      .approval('ask')
      .after('start')
      .agent('write')
      .after('ask', 'approved')
      .action('tell', 'test.message.send', send('{{ write.text }}'))
      .after('write')
      .document()
    expect(told(early)).toEqual([['tell', 'values_unknown', 'start ask write tell']])
  })

  it('sees through values that are only computed after the decision', () => {
    const document = workflow()
      .form('start', ['name'])
      .approval('ask')
      .after('start')
      .set('text', { line: { text: 'Hello {{ start.name }}' } })
      .after('ask', 'approved')
      .action('tell', 'test.message.send', { to: { value: 'team' }, text: from('text', 'line') })
      .after('text')
      .document()
    expect(told(document)).toEqual([])
  })

  it('lets the own gate of an agent tool count, while the policy asks for it', () => {
    const document = workflow()
      .form('start')
      .agent('helper', { tools: [{ action: 'test.message.send', connection: 'con_test', fields: {} }] })
      .after('start')
      .document()
    expect(told(document)).toEqual([])
    expect(told(document, { ...defaultPolicy, agentCalls: 'all_free' })).toEqual([
      ['helper', 'agent_unasked', 'start helper'],
    ])
  })
})
