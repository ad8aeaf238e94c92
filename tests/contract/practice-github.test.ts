import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { runAction } from '@/lib/connectors/runs'
import { readCode } from '@/lib/practice/github/read-code'
import { snapshotSchema } from '@/lib/practice/snapshot'
import { type Emulators, startEmulators } from '@/lib/practice/start-emulators'
import { connectionTo } from '../support/connections'

let emulators: Emulators
beforeAll(async () => {
  emulators = await startEmulators()
})
beforeEach(() => emulators.github.reset())
afterAll(() => emulators.close())

let calls = 0
const act = async (action: string, input: Record<string, unknown>): Promise<unknown> =>
  runAction({
    action,
    connection: connectionTo(emulators, 'github'),
    input: { repo: 'acme/website', ...input },
    idempotencyKey: `run_${calls++}/step`,
    signal: AbortSignal.timeout(10_000),
  })

const files = [{ path: 'src/checkout/pay-button.ts', content: 'export {}\n' }]
const branch = 'fix-checkout-safari'

async function propose(
  name: string,
  path: string,
): Promise<{ readonly number: number; readonly sha: string }> {
  await act('github.branch.create', { branch: name })
  await act('github.commit.create', { branch: name, message: 'Mend it', files: [{ path, content: 'new\n' }] })
  const pull = await act('github.pull.create', { head: name, title: `Mend ${path}` })
  const { number, head_sha } = Object(pull)
  return { number: Number(number), sha: String(head_sha) }
}

test('from an issue’s words to a pull request that changes the right file', async () => {
  const found = await act('github.code.search', { query: 'payment session id' })
  expect(found).toMatchObject({
    files: expect.arrayContaining([expect.objectContaining({ path: 'src/checkout/pay-button.ts' })]),
  })
  expect(await act('github.file.get', { path: 'src/checkout/pay-button.ts' })).toMatchObject({
    content: expect.stringContaining('payment.session.id'),
  })
  const made = await act('github.branch.create', { branch })
  const base = String(Object(made).sha)
  await act('github.commit.create', { branch, message: 'Wait for the session', files, base })
  const pull = await act('github.pull.create', {
    head: branch,
    title: 'Wait for the session',
    body: 'Fixes #4.',
  })
  expect(await act('github.pull.get', { number: Object(pull).number })).toMatchObject({
    state: 'open',
    changed_files: 1,
    files: [{ path: 'src/checkout/pay-button.ts', change: 'modified', additions: 1 }],
    checks_state: 'none',
  })
  const snapshot = snapshotSchema.parse(emulators.github.state())
  const id = snapshot.collections['github.repos']?.items.find(({ name }) => name === 'website')?.id
  const { pulls, branches } = readCode(snapshot, { id: Number(id), default_branch: 'main' })
  expect(pulls[0]).toMatchObject({
    isOurs: true,
    body: 'Fixes #4.',
    files: [{ path: files[0]?.path, text: 'export {}\n' }],
  })
  expect(branches.find(({ name }) => name === branch)).toMatchObject({
    isOurs: true,
    message: 'Wait for the session',
  })
})

test('a commit upon a commit that the branch has left is refused, and a later one moves the pull request', async () => {
  const { number, sha } = await propose(branch, 'a.txt')
  const second = { branch, message: 'More', files: [{ path: 'b.txt', content: 'b\n' }] }
  await act('github.commit.create', { ...second, base: sha })
  await expect(act('github.commit.create', { ...second, base: sha })).rejects.toMatchObject({
    code: 'conflict',
  })
  expect(await act('github.pull.get', { number })).toMatchObject({ changed_files: 2, commits: 2 })
  await expect(act('github.pull.merge', { number, sha })).rejects.toMatchObject({ code: 'conflict' })
})

test('a second pull request of a branch is refused, as is one without commits or without a branch', async () => {
  await propose(branch, 'a.txt')
  const refused = { code: 'invalid_input' }
  await expect(act('github.pull.create', { head: branch, title: 'Again' })).rejects.toMatchObject(refused)
  await act('github.branch.create', { branch: 'empty' })
  await expect(act('github.pull.create', { head: 'empty', title: 'Nothing' })).rejects.toMatchObject(refused)
  await expect(act('github.pull.create', { head: 'no-such', title: 'Nobody' })).rejects.toMatchObject(refused)
})

test('two pull requests from the same commit both stand on main after both are merged', async () => {
  const first = await propose('first', 'first.txt')
  const second = await propose('second', 'second.txt')
  await act('github.pull.merge', first)
  await act('github.pull.merge', second)
  const listed = Object(await act('github.file.list', {}))
  const paths = listed.files.map(({ path }: { path: string }) => path)
  expect(paths).toEqual(expect.arrayContaining(['first.txt', 'second.txt', 'README.md']))
})

test('nobody approves their own pull request', async () => {
  const { number } = await propose(branch, 'a.txt')
  await expect(act('github.review.create', { number, verdict: 'approve' })).rejects.toMatchObject({
    code: 'invalid_input',
  })
})

test('a branch with commits of its own is not taken for a new one', async () => {
  await expect(act('github.branch.create', { branch: 'fix-umlaut-search' })).rejects.toMatchObject({
    code: 'conflict',
  })
})

test('an issue’s new body keeps the key by which its creation is found', async () => {
  const issue = Object(await act('github.issue.create', { title: 'New', body: 'one' }))
  await act('github.issue.update', { number: issue.number, body: 'two' })
  const state = JSON.stringify(emulators.github.state())
  expect(state).toMatch(/two\\n\\n<!-- handrail:/)
  expect(await act('github.issue.get', { number: issue.number })).toMatchObject({ body: 'two' })
})
