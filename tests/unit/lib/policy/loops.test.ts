import { describe, expect, it } from 'vitest'
import { checkDocument } from '@/lib/policy/check-document'
import { coverage } from '@/lib/policy/coverage'
import { reachOf } from '@/lib/policy/reach-of'
import { documentSchema, type WorkflowDocument } from '@/lib/workflow/document'
import { pasteNodes } from '@/lib/workflow/edits/paste-nodes'
import { fromTemplate, toTemplate } from '@/lib/workflow/export/template'
import { allNodes } from '@/lib/workflow/levels'
import { callableOf } from '@/lib/workflow/workflow-catalog'
import { testActions } from '@/tests/support/test-actions'

const connections = [{ id: 'con_1', connector: 'test' }]
const set = (id: string, text: string) => ({
  id,
  type: 'set',
  config: { fields: [{ key: 'out', value: { text } }] },
})
const start = {
  id: 'start',
  type: 'trigger.form',
  config: { fields: [{ key: 'rows', type: 'list', required: true }] },
}
const each = (nodes: unknown[], edges: unknown[] = [], config: object = {}) => ({
  id: 'every',
  type: 'each',
  config: { items: { from: 'start', path: ['rows'] }, body: { nodes, edges }, ...config },
})
const send = {
  id: 'send',
  type: 'action',
  action: 'test.message.send',
  connection: 'con_1',
  input: { to: { value: 'a@example.com' }, text: { text: 'For {{ every.item }}' } },
}
const ask = { id: 'ask', type: 'approval', config: { approvers: [{ role: 'operator' }] } }

function doc(nodes: unknown[], edges: [string, string, string?][]): WorkflowDocument {
  return documentSchema.parse({
    schema: 1,
    nodes,
    edges: edges.map(([from, to, exit = 'out']) => ({ from, exit, to })),
  })
}

function told(document: unknown, more: object = {}): string[] {
  return checkDocument(document, {
    actions: testActions,
    connections,
    policy: { uncoveredEffects: 'off' } as never,
    ...more,
  }).map(({ severity, code, node, field }) => [severity, code, node, field].filter(Boolean).join(' '))
}

describe('the check of a loop', () => {
  it('lets its steps read the item, one another, and what comes before the loop', () => {
    const document = doc(
      [
        start,
        set('before', 'x'),
        each(
          [set('one', '{{ every.item }} {{ before.out }}'), set('two', '{{ one.out }} {{ every.index }}')],
          [{ from: 'one', exit: 'out', to: 'two' }],
          { result: { from: 'two', path: ['out'] } },
        ),
        set('after', '{{ every[0] }}'),
      ],
      [
        ['start', 'before'],
        ['before', 'every'],
        ['every', 'after'],
      ],
    )
    expect(told(document)).toEqual(['warning may_be_missing after config.fields.0.value'])
  })

  it('refuses to read its steps from outside, what comes after it from inside, and an item elsewhere', () => {
    const document = doc(
      [start, each([set('one', '{{ after.out }}')]), set('after', '{{ one.out }} {{ every.item }}')],
      [
        ['start', 'every'],
        ['every', 'after'],
      ],
    )
    expect(told(document)).toEqual([
      'error broken_reference after config.fields.0.value',
      'error broken_reference after config.fields.0.value',
      'error broken_reference one config.fields.0.value',
    ])
  })

  it('asks for a default where the result is of a step that some items pass by', () => {
    const branch = {
      id: 'which',
      type: 'condition',
      config: { branches: [{ exit: 'yes', when: { cel: 'every.index == 0' } }], otherwise: 'no' },
    }
    const document = doc(
      [
        start,
        each([branch, set('one', 'x')], [{ from: 'which', exit: 'yes', to: 'one' }], {
          result: { from: 'one', path: ['out'] },
        }),
      ],
      [['start', 'every']],
    )
    expect(told(document)).toEqual(['error may_be_missing every config.result'])
  })

  it('finds what is wrong inside, at the step where it is', () => {
    const inside = [
      { id: 'form', type: 'trigger.form', config: { fields: [] } },
      { id: 'twin', type: 'set', config: { fields: [] } },
      { id: 'bad', type: 'nothing' },
    ]
    const document = doc(
      [start, each([]), set('twin', 'x')],
      [
        ['start', 'every'],
        ['every', 'twin'],
      ],
    )
    const raw = JSON.parse(JSON.stringify(document))
    raw.nodes[1].config.body.nodes = inside
    expect(told(raw).sort()).toEqual([
      'error duplicate_id twin',
      'error invalid_shape bad',
      'error invalid_shape form',
    ])
  })

  it('wants a list, a step inside, and an end of a repetition', () => {
    const document = doc(
      [
        start,
        { ...each([]), config: { items: { value: 'text' }, body: { nodes: [], edges: [] } } },
        {
          id: 'again',
          type: 'repeat',
          config: { body: { nodes: [set('one', 'x')], edges: [] }, until: { all: [] } },
        },
      ],
      [
        ['start', 'every'],
        ['every', 'again'],
      ],
    )
    expect(told(document)).toEqual([
      'error wrong_type every config.items',
      'error missing_field every config.body',
      'error missing_field again config.until',
    ])
  })
})

describe('gates and loops', () => {
  it('a step inside is covered by an approval inside, and not by one before the loop', () => {
    const inside = doc(
      [start, each([ask, send], [{ from: 'ask', exit: 'approved', to: 'send' }])],
      [['start', 'every']],
    )
    expect(coverage(inside, testActions)).toEqual([])
    const before = doc(
      [start, ask, each([send])],
      [
        ['start', 'ask'],
        ['ask', 'every', 'approved'],
      ],
    )
    expect(coverage(before, testActions).map(({ use, reason }) => [use.node.id, reason])).toEqual([
      ['send', 'values_unknown'],
    ])
    const none = doc([start, each([send])], [['start', 'every']])
    expect(coverage(none, testActions)).toMatchObject([
      { reason: 'no_gate', path: ['start', 'every', 'send'] },
    ])
  })

  it('an approval inside covers nothing after the loop', () => {
    const document = doc(
      [start, each([ask]), { ...send, input: { ...send.input, text: { value: 'x' } } }],
      [
        ['start', 'every'],
        ['every', 'send'],
      ],
    )
    expect(coverage(document, testActions)).toMatchObject([{ reason: 'no_gate' }])
  })

  it('the reach holds what loops and called workflows do', () => {
    const inner = doc(
      [
        { id: 'start', type: 'trigger.workflow', config: { fields: [] } },
        { ...send, input: { to: { value: 'a' }, text: { value: 'x' } } },
      ],
      [['start', 'send']],
    )
    const outer = doc(
      [start, each([{ id: 'other', type: 'workflow', config: { workflow: 'wfl_2', input: {} } }])],
      [['start', 'every']],
    )
    const workflows = new Map([['wfl_2', callableOf({ id: 'wfl_2', name: 'Other' }, inner)]])
    expect(reachOf(outer, { actions: testActions, workflows }).entries).toMatchObject([
      { node: 'other', action: 'test.message.send', gated: false },
    ])
  })
})

describe('the check of a call', () => {
  const call = (input: object = {}, workflow = 'wfl_2') => ({
    id: 'other',
    type: 'workflow',
    config: { workflow, input },
  })
  const callee = (nodes: unknown[] = []) =>
    callableOf(
      { id: 'wfl_2', name: 'Other' },
      doc(
        [
          {
            id: 'start',
            type: 'trigger.workflow',
            config: { fields: [{ key: 'n', type: 'number', required: true }] },
          },
          ...nodes,
        ],
        [],
      ),
    )
  const check = (node: object, found = callee()) =>
    told(doc([start, node], [['start', 'other']]), {
      workflowId: 'wfl_1',
      workflows: new Map([
        ['wfl_2', found],
        [
          'wfl_3',
          callableOf(
            { id: 'wfl_3', name: 'Third' },
            doc([start, { id: 'back', type: 'workflow', config: { workflow: 'wfl_1', input: {} } }], []),
          ),
        ],
      ]),
    })

  it('asks for what the other one needs, of a type that it takes', () => {
    expect(check(call({ n: { value: 3 } }))).toEqual([])
    expect(check(call())).toEqual(['error missing_field other config.input.n'])
    expect(check(call({ n: { from: 'start', path: ['rows'] } }))).toEqual([
      'error wrong_type other config.input.n',
    ])
  })

  it('refuses a workflow that is not there, not published, or comes back to this one', () => {
    expect(check(call({}, ''))).toEqual(['error missing_field other config.workflow'])
    expect(check(call({}, 'wfl_9'))).toEqual(['error unknown_workflow other config.workflow'])
    expect(check(call({}, 'wfl_1'))).toEqual(['error recursion other config.workflow'])
    expect(check(call({}), callableOf({ id: 'wfl_2', name: 'Other' }, null))).toEqual([
      'error unknown_workflow other config.workflow',
    ])
    const around = callee([{ id: 'third', type: 'workflow', config: { workflow: 'wfl_3', input: {} } }])
    expect(check(call({ n: { value: 1 } }), around)).toEqual(['error recursion other config.workflow'])
  })
})

describe('copies and templates', () => {
  const document = doc(
    [
      start,
      each(
        [
          set('one', '{{ every.item }}'),
          { ...send, input: { ...send.input, text: { text: '{{ one.out }}' } } },
        ],
        [{ from: 'one', exit: 'out', to: 'send' }],
      ),
    ],
    [['start', 'every']],
  )

  it('a copied loop has ids of its own, and speaks of its own item and steps', () => {
    const [, loop] = document.nodes
    const { document: twice, ids } = pasteNodes(
      document,
      { nodes: loop ? [loop] : [], edges: [] },
      { x: 0, y: 0 },
    )
    expect(ids).toEqual(['every_2'])
    expect(new Set(allNodes(twice).map(({ id }) => id)).size).toBe(allNodes(twice).length)
    const copy = JSON.stringify(twice.nodes.at(-1))
    expect(copy).toContain('{{ every_2.item }}')
    expect(copy).toContain('{{ one_2.out }}')
    expect(told(twice).filter((issue) => issue.startsWith('error'))).toEqual([])
  })

  it('a template takes the connections out of loops, and puts others in', () => {
    const template = toTemplate(document, testActions)
    expect(template.slots).toMatchObject([{ key: 'slot:test', nodes: ['send'] }])
    expect(JSON.stringify(template.document)).not.toContain('con_1')
    expect(JSON.stringify(fromTemplate(template, { 'slot:test': 'con_2' }))).toContain('con_2')
  })
})
