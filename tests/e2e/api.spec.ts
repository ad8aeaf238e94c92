import { expect, test } from '@playwright/test'
import type { WorkflowDocument } from '@/lib/workflow/document'
import type { Issue } from '@/lib/workflow/issue'
import type { ApprovalSummary } from '@/lib/workflow/views/approval-view'
import type { PracticeView } from '@/lib/workflow/views/practice-view'
import type { RunView } from '@/lib/workflow/views/run-view'
import { type ApiClient, apiClient } from '../support/api-client'
import { joinByScript } from './support/join-by-script'
import { owner, productUrl } from './support/owner'
import { practiceConnections } from './support/practice-connections'
import { triageDocument } from './support/triage-document'

const slow = { timeout: 60_000, intervals: [100, 250, 500] }

test('a workflow is made, checked, published, run and approved by the tokens of two members', async () => {
  const url = productUrl()
  const ada = apiClient(url, owner.token)
  const { api: oscar } = await joinByScript(url, ada, {
    name: 'Oscar',
    role: 'operator',
    scopes: ['read', 'run', 'approve'],
  })
  const document = triageDocument(await practiceConnections(ada))

  const made = await ada.post('/workflows', { name: 'Triage by script', document })
  expect(made.status, JSON.stringify(made.body)).toBe(201)
  const id: string = made.body.id
  const checked = await ada.post(`/workflows/${id}/check`, {})
  expect(checked.status).toBe(200)
  expect(errorsOf(checked.body.issues)).toEqual([])
  expect((await oscar.post(`/workflows/${id}/publish`, {})).status).toBe(403)
  expect((await ada.post(`/workflows/${id}/publish`, { note: 'By script' })).body.version).toBe(1)

  // Nobody decides on a run of their own while others could: one starts it, the other decides.
  const started = await ada.post(`/workflows/${id}/runs`, { input: { number: 4 } })
  expect(started.status, JSON.stringify(started.body)).toBe(202)
  const approval = await pendingApproval(oscar, started.body.id)
  const title = 'Checkout button does nothing on Safari 17'
  expect(approval.covers.map(({ action }: { action: string }) => action)).toEqual(['slack.message.post'])
  const text: string = approval.covers[0].input.text
  expect(text).toContain(`Severe: ${title}`)

  const before = await timesTold(ada, text)
  const stale = { decision: 'approve', digest: 'of something else' }
  expect((await oscar.post(`/approvals/${approval.id}/decisions`, stale)).status).toBe(409)
  const decision = { decision: 'approve', digest: approval.digest, comment: 'Yes, call them.' }
  const decided = await oscar.post(`/approvals/${approval.id}/decisions`, decision)
  expect(decided.status, JSON.stringify(decided.body)).toBe(201)
  expect((await ada.post(`/approvals/${approval.id}/decisions`, decision)).status).toBe(409)

  const run = await endedRun(ada, started.body.id)
  expect(run.status).toBe('succeeded')
  const own = run.steps.filter(({ parent }) => parent === null)
  expect(own.map(({ node, status }) => `${node} ${status}`)).toEqual([
    'start succeeded',
    'issue succeeded',
    'judge succeeded',
    'severe succeeded',
    'ask succeeded',
    'tell succeeded',
  ])
  expect(run.effects.map(({ action, status }) => `${action} ${status}`)).toContain(
    'slack.message.post confirmed',
  )
  expect(await timesTold(ada, text)).toBe(before + 1)
})

test('bad documents are refused with a problem at the right node', async () => {
  const ada = apiClient(productUrl(), owner.token)
  const good = triageDocument(await practiceConnections(ada))
  const published = async (name: string, document: unknown) => {
    const made = await ada.post('/workflows', { name, document })
    if (made.status !== 201) return made
    return ada.post(`/workflows/${made.body.id}/publish`, {})
  }
  const withNode = (id: string, part: object): WorkflowDocument =>
    // The parts are wrong on purpose, so the document is no longer of its type.
    JSON.parse(
      JSON.stringify({
        ...good,
        nodes: good.nodes.map((node) => (node.id === id ? { ...node, ...part } : node)),
      }),
    )

  const cases = [
    {
      what: 'a cycle',
      document: { ...good, edges: [...good.edges, { from: 'tell', exit: 'out', to: 'issue' }] },
      code: 'cycle',
      nodes: ['issue', 'judge', 'severe', 'ask', 'tell'],
    },
    {
      what: 'an unknown action',
      document: withNode('tell', { action: 'slack.message.shout' }),
      code: 'unknown_action',
      nodes: ['tell'],
    },
    {
      what: 'a broken reference',
      document: withNode('judge', {
        config: { instructions: { text: '{{ nobody.title }}' }, tools: [], output: [] },
      }),
      code: 'broken_reference',
      nodes: ['judge'],
    },
    {
      what: 'a wrong type',
      document: withNode('issue', {
        input: { repo: { value: 'acme/website' }, number: { value: 'the fourth' } },
      }),
      code: 'wrong_type',
      nodes: ['issue'],
    },
    {
      what: 'a wrong shape',
      document: withNode('ask', { config: { approvers: 'everyone', quorum: 1 } }),
      code: 'invalid_shape',
      nodes: ['ask'],
    },
  ]
  for (const { what, document, code, nodes } of cases) {
    const refused = await published(`With ${what}`, document)
    expect(refused.status, what).toBe(422)
    expect(refused.headers.get('content-type'), what).toContain('application/problem+json')
    expect(refused.body.code, what).toBe('invalid_document')
    const issues: Issue[] = refused.body.issues
    const [found] = issues.filter((issue) => issue.code === code)
    expect(found, `${what}: ${JSON.stringify(issues)}`).toBeDefined()
    expect(nodes, what).toContain(found?.node)
    console.log(`${what} → ${refused.status} at ‘${found?.node}’ ${found?.field ?? ''}: ${found?.message}`)
  }
})

test('junk of 2 MB, text that is not JSON and a wrong token are refused', async () => {
  const url = productUrl()
  const ada = apiClient(url, owner.token)
  const junk = await ada.post('/workflows', { name: 'Junk', document: 'x'.repeat(2 * 1024 * 1024) })
  expect([junk.status, junk.body.code]).toEqual([413, 'too_large'])
  const broken = await ada.post('/workflows', '{ "name": ')
  expect([broken.status, broken.body.code]).toEqual([400, 'bad_request'])
  const nobody = await apiClient(url, 'hrl_no_token_at_all_0123456789').get('/workflows')
  expect([nobody.status, nobody.body.code]).toEqual([401, 'not_signed_in'])
  for (const { status, body } of [junk, broken, nobody]) console.log(`${status} ${body.code}: ${body.detail}`)
  expect((await ada.get('/workflows')).status).toBe(200)
})

test('a workflow that is exported and imported again is the same', async () => {
  const ada = apiClient(productUrl(), owner.token)
  const document = triageDocument(await practiceConnections(ada))
  const made = await ada.post('/workflows', { name: 'To be moved', description: 'Far away', document })
  const exported = await ada.get(`/workflows/${made.body.id}/export`)
  expect(exported.body).toEqual({ name: 'To be moved', description: 'Far away', document })
  const imported = await ada.post('/workflows', exported.body)
  expect(imported.status).toBe(201)
  expect(imported.body.id).not.toBe(made.body.id)
  expect((await ada.get(`/workflows/${imported.body.id}/export`)).body).toEqual(exported.body)
})

const errorsOf = (issues: readonly Issue[]) => issues.filter(({ severity }) => severity === 'error')

async function pendingApproval(api: ApiClient, runId: string) {
  let found: ApprovalSummary | undefined
  await expect
    .poll(async () => {
      const items: ApprovalSummary[] = (await api.get('/approvals')).body.items
      found = items.find((item) => item.runId === runId && item.status === 'pending')
      return found?.mine
    }, slow)
    .toBe(true)
  return (await api.get(`/approvals/${found?.id}`)).body
}

async function endedRun(api: ApiClient, runId: string): Promise<RunView> {
  let run: RunView | undefined
  await expect
    .poll(async () => {
      run = (await api.get(`/runs/${runId}`)).body
      return run?.endedAt ?? null
    }, slow)
    .not.toBeNull()
  if (!run) throw new Error('The run was not found.')
  return run
}

/** How often the simulated Slack has this message from a workflow. */
async function timesTold(api: ApiClient, text: string): Promise<number> {
  const state: PracticeView = (await api.get('/practice')).body
  const ours = state.slack.channels.flatMap(({ messages }) => messages.filter(({ isOurs }) => isOurs))
  return ours.filter((message) => message.text === text).length
}
