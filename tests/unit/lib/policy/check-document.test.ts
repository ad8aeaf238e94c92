import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checkDocument } from '@/lib/policy/check-document'
import { defaultPolicy, type WorkspacePolicy } from '@/lib/policy/workspace-policy'
import { picture } from '@/tests/support/picture'
import { testActions, testConnection } from '@/tests/support/test-actions'
import { from, workflow } from '@/tests/support/workflow'

const free: WorkspacePolicy = { ...defaultPolicy, uncoveredEffects: 'off' }
const check = (input: unknown, policy = free) =>
  checkDocument(input, {
    actions: testActions,
    connections: [testConnection, { id: 'con_other', connector: 'other' }],
    policy,
  })
/** `error broken_reference tell input.text` */
const told = (input: unknown, policy = free) =>
  check(input, policy).map(({ severity, code, node = '-', field = '' }) =>
    `${severity} ${code} ${node} ${field}`.trim(),
  )

const start = workflow().form('start', ['name', { key: 'nick', type: 'text' }])
const connection = 'con_test'
const read = { repo: { value: 'acme/site' }, number: { value: 1 } }

describe('a document that is right', () => {
  it('has no issues', () => {
    const document = start
      .action('issue', 'test.issue.get', read, { connection })
      .after('start')
      .agent('judge', {
        instructions: { text: 'Judge {{ issue.title }}' },
        output: [{ key: 'severity', type: 'choice', choices: ['low', 'high'] }],
      })
      .after('issue')
      .condition(
        'urgent',
        { high: { left: from('judge', 'severity'), is: 'equals', right: { value: 'high' } } },
        'low',
      )
      .after('judge')
      .approval('ask')
      .after('urgent', 'high')
      .action(
        'tell',
        'test.message.send',
        { to: { value: 'team' }, text: { text: '{{ issue.title }}' } },
        { connection },
      )
      .after('ask', 'approved')
      .document()
    expect(told(document, defaultPolicy)).toEqual([])
  })
})

describe('a document with more issues than anyone reads', () => {
  it('lists the first, errors before warnings, and says how many more there are', () => {
    const bad = Array.from({ length: 70_000 }, () => ({ from: 'nobody', to: 7 }))
    const edges = [...bad.slice(0, 4_000)]
    const issues = check({ schema: 1, nodes: [], edges })
    expect(issues).toHaveLength(201)
    expect(issues.at(-1)).toMatchObject({
      code: 'more_issues',
      severity: 'error',
      message: expect.stringMatching(/^And \d{4} more/),
    })
    expect(check({ schema: 1, nodes: bad, edges: [] }).length).toBeLessThan(10)
  })

  it('of another version says which one it is', () => {
    expect(check({ schema: 7, nodes: [], edges: [] })[0]?.message).toMatch(/version 7.*Export it again/)
  })
})

describe('every issue is listed with its node and field', () => {
  it.each<[string, unknown, string[]]>([
    ['no trigger', workflow().set('a').document(), ['error no_trigger -']],
    [
      'an unknown action',
      start.action('a', 'test.issue.gte').after('start').document(),
      ['error unknown_action a action'],
    ],
    [
      'a missing field and a missing connection',
      start
        .action('a', 'test.issue.get', { repo: { value: 'x' } })
        .after('start')
        .document(),
      ['error missing_connection a connection', 'error missing_field a input.number'],
    ],
    [
      'a connection of another product',
      start.action('a', 'test.issue.get', read, { connection: 'con_other' }).after('start').document(),
      ['error wrong_connection a connection'],
    ],
    [
      'a connection that is not there, and a field that is not',
      start
        .action('a', 'test.issue.get', { ...read, nubmer: { value: 2 } }, { connection: 'con_gone' })
        .after('start')
        .document(),
      ['error missing_connection a connection', 'error invalid_shape a input.nubmer'],
    ],
    [
      'a literal of the wrong type',
      start
        .action('a', 'test.issue.get', { ...read, number: { value: 'x' } }, { connection })
        .after('start')
        .document(),
      ['error wrong_type a input.number'],
    ],
    [
      'a reference of the wrong type',
      start
        .action('a', 'test.issue.get', read, { connection })
        .after('start')
        .action('b', 'test.issue.get', { ...read, number: from('a', 'author') }, { connection })
        .after('a')
        .document(),
      ['error wrong_type b input.number'],
    ],
    [
      'references to what is not there',
      start
        .set('a', { x: from('strat', 'name'), y: from('start', 'nmae'), z: { text: '{{ gone.x }}' } })
        .after('start')
        .document(),
      [
        'error broken_reference a config.fields.0.value',
        'error broken_reference a config.fields.1.value',
        'error broken_reference a config.fields.2.value',
      ],
    ],
    [
      'a reference to what comes later, and to itself',
      start
        .set('a', { x: from('b'), y: from('a') })
        .after('start')
        .set('b')
        .after('a')
        .document(),
      ['error broken_reference a config.fields.0.value', 'error broken_reference a config.fields.1.value'],
    ],
    [
      'a field that people may leave empty',
      start
        .set('a', { x: from('start', 'nick'), y: { ...from('start', 'nick'), default: '' } })
        .after('start')
        .document(),
      ['warning may_be_missing a config.fields.0.value'],
    ],
    [
      'text and conditions that cannot be read',
      start
        .set('a', { x: { text: '{{ start.name' } })
        .after('start')
        .condition('b', { yes: { cel: 'start.name ==' }, no: { cel: '1 + 1' } })
        .after('a')
        .document(),
      [
        'error bad_expression a config.fields.0.value',
        'error bad_expression b config.branches.0.when',
        'error bad_expression b config.branches.1.when',
      ],
    ],
    [
      'a comparison that cannot be made, and one without a right side',
      start
        .action('a', 'test.issue.get', read, { connection })
        .after('start')
        .condition('b', {
          yes: { left: from('a', 'labels'), is: 'greater', right: { value: 1 } },
          no: { left: from('a', 'title'), is: 'equals' },
        })
        .after('a')
        .document(),
      [
        'error wrong_type b config.branches.0.when.left',
        'error missing_field b config.branches.1.when.right',
      ],
    ],
    [
      'nobody to ask, and more decisions than people',
      start
        .approval('a', { approvers: [] })
        .after('start')
        .approval('b', { approvers: [{ member: 'usr_1' }], quorum: 2 })
        .after('a', 'approved')
        .document(),
      ['error no_approvers a config.approvers', 'error no_approvers b config.quorum'],
    ],
    [
      'two steps of one id',
      {
        schema: 1,
        nodes: [...start.set('a').after('start').document().nodes, ...workflow().set('a').document().nodes],
        edges: [{ from: 'start', exit: 'out', to: 'a' }],
      },
      ['error duplicate_id a'],
    ],
    [
      'a person who is asked about what would only fail in the same way again',
      start
        .set('a', {}, { settings: { join: 'first', onError: 'ask' } })
        .after('start')
        .document(),
      ['error invalid_shape a settings.onError'],
    ],
    [
      'a tool without a value, and a destination left to nobody',
      start
        .agent('a', {
          instructions: { text: ' ' },
          tools: [{ action: 'test.message.send', connection, fields: { text: { mode: 'fixed' } } }],
        })
        .after('start')
        .document(),
      [
        'error missing_field a config.instructions',
        'error missing_field a config.tools.0.fields.text.value',
        'error missing_field a config.tools.0.fields.to',
      ],
    ],
  ])('%s', (_what, document, issues) => {
    expect(told(document).sort()).toEqual(issues.sort())
  })

  it('names what was probably meant', () => {
    const document = start
      .set('a', { x: from('strat', 'name'), y: from('start', 'nmae') })
      .after('start')
      .document()
    expect(check(document).map(({ message }) => message)).toEqual([
      'The field "x" of "a" reads "strat", which is not there. Did you mean "start"?',
      'The field "y" of "a" reads "nmae" of "start", which gives no "nmae". Did you mean "name"?',
    ])
  })
})

describe('the shape of the graph', () => {
  it('has no circle; each is named', () => {
    const issues = check(
      picture(`
      start -> a -> b -> c
      c -> a
      c -> d -> e
      e -> d`),
    ).filter(({ code }) => code === 'cycle')
    expect(issues.map(({ message }) => message)).toEqual([
      expect.stringMatching(/"(a|b|c)" → "(a|b|c)" → "(a|b|c)" → "(a|b|c)"/),
      expect.stringMatching(/"d" → "e" → "d"|"e" → "d" → "e"/),
    ])
    const self = { ...start.set('a').after('start').edge('a', 'a').document() }
    expect(told(self)).toContain('error cycle a')
  })

  it('says what never runs, and lines that lead from or to nowhere', () => {
    const document = start
      .set('a')
      .after('start')
      .set('b')
      .edge('a', 'b', 'done')
      .edge('a', 'gone')
      .edge('b', 'start')
      .document()
    expect(told(document)).toEqual([
      'error unknown_exit a',
      'error unknown_node -',
      'error invalid_shape start',
      'warning unreachable b',
    ])
  })

  it('asks for a default after exclusive branches and several triggers, not after parallel ones', () => {
    const reads = (text: string) => {
      const document = picture(text)
      const nodes = document.nodes.map((node) =>
        node.id === 'set_last' && node.type === 'set'
          ? { ...node, config: { fields: [{ key: 'x', value: { from: 'a', path: ['id'] } }] } }
          : node,
      )
      return told({ ...document, nodes }).filter(
        (line) => line.includes('missing') && line.includes('set_last'),
      )
    }
    expect(reads('start -> a -> set_last\nstart -> b -> set_last')).toEqual([])
    expect(reads('start -> if_1 -yes-> a -> set_last\nif_1 -no-> set_last')).toHaveLength(1)
    expect(reads('start -> a -> set_last\nstart2 -> set_last')).toHaveLength(1)
    expect(reads('start -> a[x] -> set_last')).toHaveLength(1)
  })
})

describe('schedules', () => {
  const schedule = (cron: string, zone = 'UTC') =>
    told(workflow().node({ id: 's', type: 'trigger.schedule', config: { cron, zone } }).document())

  it.each(['0 9 * * 1-5', '*/5 * * * *', '0 0 1 jan,jul *', '0,30 8-18/2 * * mon-fri'])(
    '%s is right',
    (cron) => {
      expect(schedule(cron)).toEqual([])
    },
  )

  it.each([
    '',
    '* * * *',
    '60 * * * *',
    '0 9 * * 8',
    '0 9 31 2 *',
    '* * * * * *',
    '0 9 5-1 * *',
    '*/0 * * * *',
  ])('"%s" is not', (cron) => {
    expect(schedule(cron)).toEqual(['error bad_schedule s config.cron'])
  })

  it('stand in a zone that there is', () => {
    expect(schedule('0 9 * * *', 'Europe/Berlin')).toEqual([])
    expect(schedule('0 9 * * *', 'Europe/Atlantis')).toEqual(['error bad_schedule s config.zone'])
  })
})

describe('the gates that the policy asks for', () => {
  const document = start
    .action('tell', 'test.message.send', { to: { value: 'a' }, text: { value: 'b' } }, { connection })
    .after('start')
    .document()

  it.each<[WorkspacePolicy['uncoveredEffects'], string[]]>([
    ['off', []],
    ['warn', ['warning gate_missing tell']],
    ['block', ['error gate_missing tell']],
  ])('%s', (uncoveredEffects, issues) => {
    expect(told(document, { ...defaultPolicy, uncoveredEffects })).toEqual(issues)
  })
})

describe('anything at all', () => {
  it('is answered with issues, never with an exception', () => {
    fc.assert(
      fc.property(fc.anything({ withNullPrototype: true, maxDepth: 6 }), (junk) => {
        expect(check(junk).length).toBeGreaterThan(0)
      }),
    )
    const nodeLike = fc.record(
      {
        id: fc.anything(),
        type: fc.constantFrom('set', 'action', 'agent', 'condition', 'x', 5),
        config: fc.anything(),
        input: fc.anything(),
        action: fc.anything(),
      },
      { requiredKeys: [] },
    )
    fc.assert(
      fc.property(fc.array(nodeLike), fc.array(fc.anything()), (nodes, edges) => {
        expect(() => check({ schema: 1, nodes, edges })).not.toThrow()
      }),
    )
  })

  it('is refused at once when it is too large or too deep', () => {
    let deep: unknown = {}
    for (let depth = 0; depth < 100_000; depth += 1) deep = { deep }
    const circle: Record<string, unknown> = {}
    circle.circle = circle
    expect(told(deep)).toEqual(['error invalid_shape -'])
    expect(told(circle)).toEqual(['error invalid_shape -'])
    expect(told({ schema: 1, nodes: ['x'.repeat(2_000_000)], edges: [] })).toEqual(['error too_large -'])
  })

  it('lists what is wrong with one part beside what is wrong with another', () => {
    const issues = told({
      schema: 1,
      nodes: [
        { id: 'start', type: 'trigger.form', config: { fields: [] } },
        { id: 'No', type: 'set', config: {} },
        { id: 'loop', type: 'loop' },
        { id: 'a', type: 'action', action: 'gone', input: { x: { from: 5 } } },
        { id: 'b', type: 'action', action: 'gone', input: {} },
      ],
      edges: [{ from: 'start', exit: 'out', to: 'b' }, { from: 'start' }],
    })
    expect(issues).toContain('error invalid_shape No id')
    expect(issues).toContain('error invalid_shape No config.fields')
    expect(issues).toContain('error invalid_shape loop')
    expect(issues).toContain('error unknown_action b action')
    expect(issues.some((line) => line.startsWith('error invalid_shape a input.x'))).toBe(true)
    expect(issues.filter((line) => line === 'error invalid_shape -').length).toBeGreaterThan(0)
  })
})

describe('a thousand nodes', () => {
  it('are checked well within a second', () => {
    let builder = workflow().form('start', ['name'])
    const nodes = Array.from({ length: 999 }, (_, index) => ({
      id: `n${index}`,
      type: 'action',
      action: 'test.message.send',
      connection,
      input: {
        to: { value: 'a' },
        text: { text: index === 0 ? 'x' : `{{ n${Math.max(0, index - 7)}.id }} {{ start.name }}` },
      },
    }))
    builder = builder.node(nodes[0])
    const edges = nodes.flatMap(({ id }, index) => [
      { from: index === 0 ? 'start' : `n${index - 1}`, exit: 'out', to: id },
      ...(index > 4 ? [{ from: `n${index - 4}`, exit: 'out', to: id }] : []),
    ])
    const document = { schema: 1, nodes: [builder.document().nodes[0], ...nodes], edges }
    const before = performance.now()
    const others = told(document, defaultPolicy).filter((line) => !line.includes('gate_missing'))
    expect(others).toEqual(['warning more_issues -'])
    expect(performance.now() - before).toBeLessThan(15_000)
  })
})
