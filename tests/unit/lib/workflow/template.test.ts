import { describe, expect, it } from 'vitest'
import { fromTemplate, toTemplate } from '@/lib/workflow/export/template'
import { upgradeDocument } from '@/lib/workflow/upgrade'
import { testActions } from '@/tests/support/test-actions'
import { workflow } from '@/tests/support/workflow'

const document = workflow()
  .form('start')
  .action('a', 'test.thing.do', {}, { connection: 'con_1' })
  .after('start')
  .action('b', 'test.thing.do', {}, { connection: 'con_2' })
  .after('a')
  .agent('c', { tools: [{ action: 'test.issue.get', connection: 'con_1', fields: {} }] })
  .after('b')
  .action('d', 'test.thing.do')
  .after('c')
  .approval('e', { approvers: [{ member: 'usr_1' }] })
  .after('d')
  .document()

describe('a template', () => {
  it('has a slot for each connection, and nobody from the workspace it was made in', () => {
    const { document: template, slots } = toTemplate(document, testActions)
    expect(slots).toEqual([
      { key: 'slot:test', connector: 'test', title: 'Test', nodes: ['a', 'c'] },
      { key: 'slot:test_2', connector: 'test', title: 'Test, account 2', nodes: ['b'] },
      { key: 'slot:test_3', connector: 'test', title: 'Test, account 3', nodes: ['d'] },
    ])
    expect(JSON.stringify(template)).not.toMatch(/con_|usr_/)
  })

  it('becomes a workflow with the connections that fill its slots', () => {
    const { document: template } = toTemplate(document, testActions)
    const filled = fromTemplate({ document: template }, { 'slot:test': 'con_9', 'slot:test_2': 'con_8' })
    expect(JSON.stringify(filled).match(/con_\d|slot:\w+/g)).toEqual([
      'con_9',
      'con_8',
      'con_9',
      'slot:test_3',
    ])
  })
})

describe('a document of another version', () => {
  it('is taken when it is of this one, and refused with a way on when it is not', () => {
    expect(upgradeDocument(JSON.parse(JSON.stringify(document)))).toEqual(document)
    expect(() => upgradeDocument({ schema: 2, nodes: [], edges: [] })).toThrow(/Export it again/)
    expect(() => upgradeDocument('junk')).toThrow(/no workflow/)
    expect(() => upgradeDocument({ schema: 1, nodes: 'x', edges: [] })).toThrow(/known form/)
  })
})
