import { expect, test } from 'vitest'
import { toTool } from '@/lib/connectors/derive/to-tool'
import { actionCatalog, getAction } from '@/lib/connectors/index'
import { checkDocument } from '@/lib/policy/check-document'
import { defaultPolicy } from '@/lib/policy/workspace-policy'
import type { Binding } from '@/lib/workflow/binding'
import { workflow } from '@/tests/support/workflow'

const start = workflow().form('start', ['name'])
const problems = (document: unknown) =>
  checkDocument(document, {
    actions: actionCatalog,
    connections: [{ id: 'con_db', connector: 'postgres' }],
    policy: { ...defaultPolicy, uncoveredEffects: 'off' },
  }).filter(({ severity }) => severity === 'error')

const query = (sql: Binding) =>
  start
    .action('find', 'postgres.query.run', { sql, parameters: { value: ['x'] } }, { connection: 'con_db' })
    .after('start')
    .document()

test.each([[{ value: 'select $1' }], [{ text: 'select $1' }]])(
  'SQL that the builder wrote out is right: %j',
  (sql) => {
    expect(problems(query(sql))).toEqual([])
  },
)

test.each<[Binding]>([
  [{ text: "select '{{ start.name }}'" }],
  [{ from: 'start', path: ['name'] }],
  [{ first: [{ from: 'start', path: ['name'] }], default: 'select 1' }],
])('SQL that data would get into is refused: %j', (sql) => {
  expect(problems(query(sql))).toMatchObject([
    { code: 'wrong_type', node: 'find', field: 'input.sql', message: expect.stringContaining('placeholder') },
  ])
})

test('no agent writes SQL, even where a document says so', () => {
  const action = getAction('postgres.query.run')
  if (!action) throw new Error('there is no such action')
  const properties = toTool(action, { sql: { mode: 'agent' } }).parameters.properties ?? {}
  expect(Object.keys(properties)).toEqual(['parameters', 'limit'])

  const document = start
    .agent('judge', {
      instructions: { text: 'Look' },
      tools: [{ action: action.id, connection: 'con_db', fields: { sql: { mode: 'agent' } } }],
      output: [],
    })
    .after('start')
    .document()
  expect(problems(document)).toMatchObject([{ code: 'missing_field', node: 'judge' }])
})
