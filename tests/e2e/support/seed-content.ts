import { expect } from '@playwright/test'
import type { ApprovalSummary } from '@/lib/workflow/views/approval-view'
import type { RunView } from '@/lib/workflow/views/run-view'
import { type ApiClient, apiClient } from '../../support/api-client'
import { joinByScript } from './join-by-script'
import { loopDocument } from './loop-document'
import { owner } from './owner'
import { practiceConnections } from './practice-connections'
import { triageDocument } from './triage-document'

/** Where a page with content in it can be found. */
export type Content = {
  readonly workflow: string
  readonly broken: string
  readonly connection: string
  readonly template: string
  readonly approval: string
  readonly decided: string
  /** A workflow with a loop, and a run of it: one of its items failed, the others wait. */
  readonly loop: { readonly workflow: string; readonly run: string }
  readonly runs: Readonly<Record<'waiting' | 'succeeded' | 'failed' | 'rejected' | 'cancelled', string>>
  readonly inviteLink: string
  readonly resetLink: string
}

/** Fills a practice workspace with what a team has after a week: members, workflows, runs in every state, a template. */
export async function seedContent(url: string): Promise<Content> {
  const ada = apiClient(url, owner.token)
  const { api: maya, email } = await joinByScript(url, ada, {
    name: 'Maya Operator',
    role: 'operator',
    scopes: ['read', 'run', 'approve'],
  })
  const invited = await made(ada, '/invitations', { email: 'someone.new@example.com', role: 'viewer' })
  const members = (await ada.get('/members')).body.items
  const mayaId = members.find((member: { email: string }) => member.email === email).id
  const reset = await made(ada, `/members/${mayaId}/reset-link`, {})
  const connections = await practiceConnections(ada)
  const plain = triageDocument(connections)
  // The one who looks at the pages has something to decide, too.
  const document = {
    ...plain,
    nodes: plain.nodes.map((node) =>
      node.type === 'approval'
        ? { ...node, config: { ...node.config, approvers: [{ role: 'operator' }, { role: 'owner' }] } }
        : node,
    ),
  }
  const workflow = (await made(ada, '/workflows', { name: 'Call the team about severe issues', document })).id
  await made(ada, `/workflows/${workflow}/publish`, { note: 'Asks an operator first.' })
  const broken = await made(ada, '/workflows', {
    name: 'A draft with things to mend',
    document: { ...document, nodes: document.nodes.filter(({ id }) => id !== 'judge') },
  })
  const template = await made(ada, '/templates', {
    workflow,
    description: 'Lets a model judge an issue, and tells the team on Slack once a person agrees.',
    category: 'Engineering',
  })

  const loop = (
    await made(ada, '/workflows', {
      name: 'Tell the team of each issue',
      document: loopDocument(connections),
    })
  ).id
  await made(ada, `/workflows/${loop}/publish`, {})
  const loopRun = (await made(ada, `/workflows/${loop}/runs`, { input: { numbers: [4, 4040, 1, 2] } })).id
  const start = async (number: number) =>
    (await made(ada, `/workflows/${workflow}/runs`, { input: { number } })).id
  const runs = {
    waiting: await start(4),
    succeeded: await start(4),
    rejected: await start(4),
    cancelled: await start(4),
    failed: await start(4040),
  }
  await made(maya, `/workflows/${workflow}/runs`, { input: { number: 4 } })
  const decide = async (run: string, decision: 'approve' | 'reject', comment: string) => {
    const approval = await approvalOf(maya, run)
    const { digest } = (await maya.get(`/approvals/${approval}`)).body
    await made(maya, `/approvals/${approval}/decisions`, { decision, digest, comment })
    return approval
  }
  const decided = await decide(runs.succeeded, 'approve', 'Customers cannot pay: call them.')
  await decide(runs.rejected, 'reject', 'Known already, they are on it.')
  await approvalOf(maya, runs.cancelled)
  await made(ada, `/runs/${runs.cancelled}/cancel`, {})
  await approvalOf(ada, loopRun)
  for (const run of [runs.succeeded, runs.rejected, runs.cancelled, runs.failed]) await ended(ada, run)
  return {
    workflow,
    broken: broken.id,
    loop: { workflow: loop, run: loopRun },
    connection: connections.slack,
    template: template.id,
    approval: await approvalOf(maya, runs.waiting),
    decided,
    runs,
    inviteLink: new URL(invited.link).pathname,
    resetLink: new URL(reset.link).pathname,
  }
}

async function made(api: ApiClient, path: string, body: object) {
  const answer = await api.post(path, body)
  expect(answer.status, `${path}: ${JSON.stringify(answer.body)}`).toBeLessThan(300)
  return answer.body
}

const patience = { timeout: 90_000, intervals: [200, 500] }

async function approvalOf(api: ApiClient, runId: string): Promise<string> {
  let found: ApprovalSummary | undefined
  const look = async () => {
    const items: ApprovalSummary[] = (await api.get('/approvals')).body.items
    found = items.find((item) => item.runId === runId)
    return found?.id
  }
  await expect.poll(look, patience).toBeDefined()
  return found?.id ?? ''
}

async function ended(api: ApiClient, runId: string): Promise<void> {
  const status = async () => {
    const run: RunView = (await api.get(`/runs/${runId}`)).body
    return run.endedAt
  }
  await expect.poll(status, patience).not.toBeNull()
}
