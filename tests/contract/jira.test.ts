import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { z } from 'zod'
import { lookupAction, runAction } from '@/lib/connectors/runs'
import { emulateJira, practiceCloudId } from '@/lib/practice/jira/emulate-jira'
import { seedJira } from '@/lib/practice/seed/seed-jira'
import { type Emulators, startEmulators } from '@/lib/practice/start-emulators'
import { connectionTo } from '../support/connections'

let emulators: Emulators
beforeAll(async () => {
  emulators = await startEmulators()
})
beforeEach(() => emulators.jira.reset())
afterAll(() => emulators.close())

let calls = 0
const call = (action: string, input: Record<string, unknown>, idempotencyKey = `run_j${calls++}/n:step`) => ({
  action,
  input,
  connection: connectionTo(emulators, 'jira'),
  idempotencyKey,
  signal: AbortSignal.timeout(20_000),
})

const found = z.object({ issues: z.array(z.object({ key: z.string() })) })
const search = async (jql: string) =>
  found.parse(await runAction(call('jira.issue.query', { jql }))).issues.map(({ key }) => key)

test.each([
  ['project = SHOP AND status = "In Progress" ORDER BY key', ['SHOP-2', 'SHOP-4']],
  [
    'priority >= High AND statusCategory != Done ORDER BY priority DESC, key ASC',
    ['OPS-2', 'SHOP-4', 'SHOP-5'],
  ],
  ['text ~ "iPhone"', ['SHOP-4']],
  ['assignee is EMPTY AND project = OPS ORDER BY key', ['OPS-4', 'OPS-5']],
  ['labels in (search, autumn) AND NOT status = Done ORDER BY created', ['SHOP-2', 'SHOP-3']],
  ['(type = Story OR type = Bug) AND created >= -48h AND project = SHOP', ['SHOP-4', 'SHOP-5']],
  ['reporter = "Lena Fischer" AND key < SHOP-4', ['SHOP-3']],
])('answers %s', async (jql, keys) => {
  expect(await search(jql)).toEqual(keys)
})

test.each([
  'status = ',
  'colour = red',
  'ORDER BY created',
  'project = SHOP AND (type = Bug',
  'created >= soon',
])('refuses %s in words', async (jql) => {
  await expect(search(jql)).rejects.toMatchObject({ code: 'invalid_input', retry: 'no' })
})

test('search learns of a new issue late, and a look-up finds it at once', async () => {
  const input = { project: 'SHOP', issue_type: 'Task', summary: 'A task of this minute' }
  const made = await runAction(call('jira.issue.create', input, 'run_1/n:create'))
  expect(await search('summary ~ "this minute"')).toEqual([])
  expect(await lookupAction(call('jira.issue.create', input, 'run_1/n:create'))).toEqual(made)
})

test('with a token of OAuth, the same goes through Atlassian’s gateway, and to no other site', async () => {
  const through = (cloudId: string) => ({
    ...call('jira.issue.get', { key: 'SHOP-4' }),
    connection: { ...connectionTo(emulators, 'jira'), settings: { cloudId } },
  })
  expect(await runAction(through(practiceCloudId))).toMatchObject({ key: 'SHOP-4', status: 'In Progress' })
  await expect(runAction(through('another-site'))).rejects.toMatchObject({ code: 'not_found' })
})

test('a real connection goes to its own site, and without one nowhere', async () => {
  const real = (settings: Record<string, string>) => ({
    ...call('jira.account.get', {}),
    connection: { ...connectionTo(emulators, 'jira'), settings, baseUrl: null, simulated: false },
  })
  await expect(runAction(real({ email: 'a@b.example', site: 'https://evil.example' }))).rejects.toMatchObject(
    {
      code: 'no_connection',
      retry: 'no',
    },
  )
})

test('a wrong value is told with its field', async () => {
  const wrong = { project: 'SHOP', issue_type: 'Epos', summary: 'x' }
  await expect(runAction(call('jira.issue.create', wrong))).rejects.toMatchObject({
    code: 'invalid_input',
    field: 'input.issue_type',
  })
  await expect(
    runAction(call('jira.issue.transition', { key: 'SHOP-3', status: 'Nowhere' })),
  ).rejects.toMatchObject({ code: 'invalid_input', field: 'input.status' })
})

test('a file of the same name and content is attached once', async () => {
  const file = { key: 'SHOP-4', file_name: 'log.txt', content: 'same' }
  const first = await runAction(call('jira.issue.attach', file))
  expect(await runAction(call('jira.issue.attach', file))).toEqual(first)
  expect(await runAction(call('jira.issue.attach', { ...file, content: 'more' }))).not.toEqual(first)
})

test('what it remembers can be put away and taken back', async () => {
  const jira = await emulateJira('http://jira.example')
  await seedJira(jira, { now: Date.parse('2026-11-02T12:00:00Z') })
  const saved: unknown = JSON.parse(JSON.stringify(jira.snapshot()))
  const deleted = await jira.handle(
    new Request('http://jira.example/rest/api/3/issue/SHOP-1', { method: 'DELETE' }),
  )
  expect(deleted.status).toBe(204)
  jira.restore(saved)
  const other = await emulateJira('http://jira.example')
  other.restore(saved)
  for (const each of [jira, other]) {
    expect(each.snapshot()).toEqual(saved)
    const answer = await each.handle(new Request('http://jira.example/rest/api/3/issue/SHOP-1'))
    expect(await answer.json()).toMatchObject({ key: 'SHOP-1' })
  }
  expect(() => jira.restore({ something: 'else' })).toThrow()
})
