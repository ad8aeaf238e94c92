import { describe, expect, it } from 'vitest'
import type { JsonObject } from '@/lib/core/json'
import { coveredBy } from '@/lib/policy/covered-by'
import { callDigestInput, digestInput } from '@/lib/policy/digest-input'
import type { WorkflowDocument } from '@/lib/workflow/document'
import { testActions } from '@/tests/support/test-actions'
import { from, workflow } from '@/tests/support/workflow'

const about = (document: WorkflowDocument, outputs: JsonObject) =>
  coveredBy({ document, actions: testActions }, 'ask', { outputs, now: 0 })

const message = (text: string) => ({ to: { value: 'team' }, text: { text } })

/**
 *     start ─► ask ─approved─► which ─yes─► tell ─► log
 *                                └──no───► thank ─► ask_again ─approved─► late
 */
const branching = workflow()
  .form('start', ['name', 'kind'])
  .approval('ask')
  .after('start')
  .condition('which', { yes: { left: from('start', 'kind'), is: 'equals', right: { value: 'new' } } }, 'no')
  .after('ask', 'approved')
  .action('tell', 'test.message.send', message('Hello {{ start.name }}'), { connection: 'con_test' })
  .after('which', 'yes')
  .action('log', 'test.thing.do')
  .after('tell')
  .action('thank', 'test.message.send', message('Thanks'))
  .after('which', 'no')
  .approval('ask_again')
  .after('thank')
  .action('late', 'test.message.send', message('Late'))
  .after('ask_again', 'approved')
  .document()

describe('what an approval binds', () => {
  it('is every call up to the next approval on the branch that will be taken, with its values', () => {
    const { covers, notCovered } = about(branching, { start: { name: 'Ada', kind: 'new' } })
    expect(notCovered).toEqual([])
    expect(covers.map(({ node, preview, connection }) => [node, preview, connection])).toEqual([
      ['tell', 'Send “Hello Ada” to team', 'con_test'],
      ['log', 'Do a thing', null],
    ])
  })

  it('stops at the next approval', () => {
    const { covers } = about(branching, { start: { name: 'Ada', kind: 'old' } })
    expect(covers.map(({ node }) => node)).toEqual(['thank'])
  })

  it('lists what is not known yet instead of guessing it, even where there is a default', () => {
    // start ─► ask ─approved─► write ─► tell
    const document = workflow()
      .form('start')
      .approval('ask')
      .after('start')
      .agent('write')
      .after('ask', 'approved')
      .action('tell', 'test.message.send', {
        to: { value: 'team' },
        text: { from: 'write', path: ['text'], default: 'Hello' },
      })
      .after('write')
      .document()
    const { covers, notCovered } = about(document, { start: {} })
    expect(covers).toEqual([])
    expect(notCovered.map(({ node, why }) => [node, why])).toEqual([
      ['tell', 'What it will send is known only after the decision.'],
    ])
  })

  it('says of an agent that it chooses for itself', () => {
    const document = workflow()
      .form('start')
      .approval('ask')
      .after('start')
      .agent('helper', { tools: [{ action: 'test.message.send', fields: {} }] })
      .after('ask', 'approved')
      .document()
    expect(about(document, {}).notCovered.map(({ node, action }) => [node, action])).toEqual([
      ['helper', 'test.message.send'],
    ])
  })

  it('does not look at a step beside it, which may have ended or not', () => {
    // start ─► ask ─approved─► tell ◄─ beside ◄─ start
    const document = workflow()
      .form('start')
      .approval('ask')
      .after('start')
      .agent('beside')
      .after('start')
      .action('tell', 'test.message.send', { to: { value: 'team' }, text: from('beside', 'text') })
      .after('ask', 'approved')
      .edge('beside', 'tell')
      .document()
    const facts = { start: {}, beside: { text: 'Hi' } }
    expect(about(document, facts).covers).toEqual([])
  })
})

describe('the text that stands for what is approved', () => {
  const facts = { start: { name: 'Ada', kind: 'new' } }

  it('is another one when a value changes, and the same when only a name does', () => {
    const first = digestInput('ask', about(branching, facts))
    const other = digestInput('ask', about(branching, { start: { name: 'Eve', kind: 'new' } }))
    const renamed = { ...branching, nodes: branching.nodes.map((node) => ({ ...node, name: `${node.id}!` })) }
    expect(other).not.toBe(first)
    expect(digestInput('ask', about(renamed, facts))).toBe(first)
  })

  it('does not depend on the order of keys', () => {
    const call = { node: 'tell', action: 'test.message.send', connection: null }
    expect(callDigestInput({ ...call, input: { a: 1, b: [{ c: 2, d: 3 }] } })).toBe(
      callDigestInput({ ...call, input: { b: [{ d: 3, c: 2 }], a: 1 } }),
    )
  })
})
