import { setTimeout as delay } from 'node:timers/promises'
import { must, type World } from './world'

/** Every kind of node that exists, an effect of every manner of repetition, and a branch beside the main line. */
export function everyKind(world: World, options: { readonly wait?: string } = {}) {
  const repo = { value: 'acme/website' }
  const { github, slack, http } = world.connections
  const chain = [
    'start',
    'facts',
    'issue',
    'remark',
    'pause',
    'judge',
    'gate',
    'ask',
    'tell',
    'record',
    'done',
  ]
  const exits: Readonly<Record<string, string>> = { gate: 'known', ask: 'approved' }
  return {
    schema: 1,
    nodes: [
      {
        id: 'start',
        type: 'trigger.form',
        config: { fields: [{ key: 'n', type: 'number', required: true }] },
      },
      {
        id: 'facts',
        type: 'set',
        config: { fields: [{ key: 'title', value: { text: 'Number {{ start.n }}' } }] },
      },
      {
        id: 'issue',
        type: 'action',
        action: 'github.issue.get',
        connection: github,
        input: { repo, number: { value: 1 } },
      },
      {
        id: 'remark',
        type: 'action',
        action: 'github.issue.comment',
        connection: github,
        input: { repo, number: { value: 1 }, body: { text: '{{ facts.title }}: {{ issue.title }}' } },
      },
      { id: 'pause', type: 'wait', config: { for: options.wait ?? 'PT1S' } },
      {
        id: 'judge',
        type: 'agent',
        config: {
          instructions: { text: 'How bad is it? {{ issue.title }}' },
          tools: [],
          output: [{ key: 'severity', type: 'choice', choices: ['low', 'high'], required: true }],
        },
      },
      {
        id: 'gate',
        type: 'condition',
        config: {
          branches: [{ exit: 'known', when: { cel: "judge.severity == 'low' || judge.severity == 'high'" } }],
          otherwise: 'unknown',
        },
      },
      { id: 'ask', type: 'approval', config: { approvers: [{ role: 'operator' }], quorum: 1 } },
      {
        id: 'tell',
        type: 'action',
        action: 'slack.message.post',
        connection: slack,
        input: { channel: { value: 'C000000001' }, text: { text: '{{ facts.title }}' } },
      },
      {
        id: 'record',
        type: 'action',
        action: 'http.request.send',
        connection: http,
        input: {
          url: { value: `${world.far.addresses.http}/keyed/records` },
          method: { value: 'POST' },
          body: { text: '{{ facts.title }}' },
          honours_key: { value: true },
        },
      },
      {
        id: 'label',
        type: 'action',
        action: 'github.issue.label',
        connection: github,
        input: { repo, number: { value: 1 }, labels: { value: ['seen'] } },
      },
      {
        id: 'done',
        type: 'set',
        config: { fields: [{ key: 'title', value: { from: 'facts', path: ['title'] } }] },
      },
    ],
    edges: [
      ...chain.slice(1).map((to, index) => {
        const from = chain[index] ?? ''
        return { from, exit: exits[from] ?? 'out', to }
      }),
      { from: 'start', exit: 'out', to: 'label' },
      { from: 'label', exit: 'out', to: 'done' },
    ],
  }
}

/** One effect, in a line: for the storms in which many runs are under way at once. */
export function oneMessage(world: World) {
  return {
    schema: 1,
    nodes: [
      {
        id: 'start',
        type: 'trigger.form',
        config: { fields: [{ key: 'n', type: 'number', required: true }] },
      },
      {
        id: 'remark',
        type: 'action',
        action: 'github.issue.comment',
        connection: world.connections.github,
        input: {
          repo: { value: 'acme/website' },
          number: { value: 1 },
          body: { text: 'Number {{ start.n }}' },
        },
      },
      {
        id: 'tell',
        type: 'action',
        action: 'slack.message.post',
        connection: world.connections.slack,
        input: { channel: { value: 'C000000001' }, text: { text: 'Number {{ start.n }}' } },
      },
    ],
    edges: [
      { from: 'start', exit: 'out', to: 'remark' },
      { from: 'remark', exit: 'out', to: 'tell' },
    ],
  }
}

/** An approval with a deadline, and a message behind each of its exits that matters. */
export function approvalOnly(world: World, deadline?: string, text = 'Approved {{ start.n }}') {
  const post = (id: string, text: string) => ({
    id,
    type: 'action',
    action: 'slack.message.post',
    connection: world.connections.slack,
    input: { channel: { value: 'C000000001' }, text: { text } },
  })
  return {
    schema: 1,
    nodes: [
      {
        id: 'start',
        type: 'trigger.form',
        config: { fields: [{ key: 'n', type: 'number', required: true }] },
      },
      {
        id: 'ask',
        type: 'approval',
        config: {
          approvers: [{ role: 'operator' }, { role: 'admin' }, { role: 'owner' }],
          quorum: 1,
          ...(deadline ? { deadline } : {}),
        },
      },
      post('yes', text),
    ],
    edges: [
      { from: 'start', exit: 'out', to: 'ask' },
      { from: 'ask', exit: 'approved', to: 'yes' },
    ],
  }
}

export async function publish(world: World, name: string, document: unknown): Promise<string> {
  const { id }: { id: string } = must(await world.api.post('/workflows', { name, document }))
  must(await world.api.post(`/workflows/${id}/publish`, {}))
  return id
}

export async function startRun(world: World, workflow: string, n: number): Promise<string> {
  return String(must(await world.api.post(`/workflows/${workflow}/runs`, { input: { n } })).id)
}

export type Settled = { readonly unknown: readonly string[]; readonly failed: readonly string[] }

/**
 * Plays the people until every run has ended: approves what waits, and answers what may or may not have happened by
 * looking at the far side, as a person would. Returns the actions whose outcome had to be asked for, and the runs that
 * failed. Throws when a run has not ended in time: it is lost.
 */
export async function settle(
  world: World,
  runs: readonly string[],
  { timeoutMs = 120_000, ended = () => {} }: { timeoutMs?: number; ended?: (run: string) => void } = {},
): Promise<Settled> {
  const until = performance.now() + timeoutMs
  const unknown: string[] = []
  let open = [...runs]
  const failed: string[] = []
  while (open.length > 0) {
    if (performance.now() > until)
      throw new Error(`Lost: ${open.length} runs did not end (${open.slice(0, 3).join(', ')}).`)
    await approveAll(world)
    const rows = await world.sql<{ id: string; status: string; error: { message: string } | null }[]>`
      select id, status, error from runs where id = any(${open})`
    failed.push(
      ...rows.filter((row) => row.status === 'failed').map((row) => `${row.id}: ${row.error?.message}`),
    )
    const done = new Set(
      rows.filter((row) => ['succeeded', 'failed', 'cancelled'].includes(row.status)).map((row) => row.id),
    )
    for (const id of done) ended(id)
    open = open.filter((id) => !done.has(id))
    unknown.push(...(await answerUnknown(world, open)))
    if (open.length > 0) await delay(50)
  }
  return { unknown, failed }
}

type Pending = { readonly id: string; readonly digest: string }

export const pendingApprovals = (world: World): Promise<readonly Pending[]> => world.sql<Pending[]>`
  select id, digest from approvals where status = 'pending' limit 50`

/** The second member agrees. A product that is down is asked again later. */
export async function approveOne(world: World, { id, digest }: Pending): Promise<void> {
  await world.second
    .post(`/approvals/${id}/decisions`, { decision: 'approve', digest })
    .catch(() => undefined)
}

/** Has the second member approve what waits now. */
export async function approveAll(world: World): Promise<void> {
  for (const approval of await pendingApprovals(world)) await approveOne(world, approval)
}

async function answerUnknown(world: World, open: readonly string[]): Promise<string[]> {
  const rows = await world.sql<{ run_id: string; path: string; action: string; key: string }[]>`
    select steps.run_id, steps.path, effects.action, effects.key from steps
    join effects on effects.run_id = steps.run_id and effects.step_path = steps.path and effects.status = 'unknown'
    where steps.run_id = any(${[...open]}) and steps.status = 'unknown'`
  const answered: string[] = []
  for (const row of rows) {
    const counts = await world.far.effects()
    const happened = Object.values(counts).some(({ byKey }) =>
      Object.keys(byKey).some((key) => key.includes(row.key) || row.key.includes(key)),
    )
    const outcome = happened ? 'happened' : 'again'
    const answer = await world.api
      .post(`/runs/${row.run_id}/steps/${row.path}/resolve`, { outcome })
      .catch(() => undefined)
    if (answer && answer.status < 300) answered.push(row.action)
  }
  return answered
}
