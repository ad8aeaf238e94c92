import { setTimeout as delay } from 'node:timers/promises'
import { type Pending, pendingOf } from './approval-batches'
import { approvalOnly, publish, startRun } from './workload'
import { must, type World } from './world'

/** How a race of one run ended, and what does not agree with that. */
export type Verdict = { readonly outcome: string; readonly problem?: string }

type Batch = {
  readonly ids: readonly string[]
  /** Once all of them have ended. */
  judge(failed: readonly string[]): Promise<readonly Verdict[]>
}

/** Prepares what a kind of race needs, and then runs so many of them at once. */
export type Race = (world: World) => Promise<{ run(from: number, size: number): Promise<Batch> }>

/** Whichever is to be first by so much, in milliseconds, the other waits. */
async function apart(ms: number, first: () => Promise<unknown>, second: () => Promise<unknown>) {
  await Promise.all([delay(Math.max(0, -ms)).then(first), delay(Math.max(0, ms)).then(second)])
}

const between = (from: number, to: number): number => from + Math.random() * (to - from)

async function startWaiting(world: World, workflow: string, { from, size }: { from: number; size: number }) {
  const ids = await Promise.all(Array.from({ length: size }, (_, i) => startRun(world, workflow, from + i)))
  return { ids, approvals: await pendingOf(world, ids) }
}

const approve = (world: World, { id, digest }: Pending) =>
  world.second.post(`/approvals/${id}/decisions`, { decision: 'approve', digest })

/** How the runs and their approvals ended, and whether their message was sent. */
async function endsOf(world: World, ids: readonly string[]) {
  const keys = Object.values(await world.far.effects()).flatMap(({ byKey }) => Object.keys(byKey))
  const rows = await world.sql<
    { id: string; run: string; code: string | null; approval: string; said: string | null; shown: string }[]
  >`
    select runs.id, runs.status as run, runs.error ->> 'code' as code, approvals.status as approval,
      effects.input ->> 'text' as said, approvals.covers::json -> 0 -> 'input' ->> 'text' as shown
    from runs join approvals on approvals.run_id = runs.id left join effects on effects.run_id = runs.id
    where runs.id = any(${[...ids]})`
  return rows.map((row) => ({ ...row, isTold: keys.some((key) => key.startsWith(row.id)) }))
}

type End = Awaited<ReturnType<typeof endsOf>>[number]

const inWords = ({ id, run, code, approval, isTold }: End) =>
  `${id}: run ${run} ${code ?? ''}, approval ${approval}, message ${isTold ? 'sent' : 'not sent'}`

export const approveOrCancel: Race = async (world) => {
  const workflow = await publish(world, 'F17 cancel', approvalOnly(world))
  return {
    run: async (from, size) => {
      const { ids, approvals } = await startWaiting(world, workflow, { from, size })
      await Promise.all(
        approvals.map((approval) =>
          // An approved run has its end in some tens of milliseconds: the cancelling comes before, amid and after.
          apart(
            between(-40, 900),
            () => approve(world, approval),
            () => world.third.post(`/runs/${approval.runId}/cancel`, {}),
          ),
        ),
      )
      return {
        ids,
        judge: async () =>
          (await endsOf(world, ids)).map((end) => {
            const agrees =
              (end.run === 'succeeded' && end.approval === 'approved' && end.isTold) ||
              (end.run === 'cancelled' && end.approval === 'approved') ||
              (end.run === 'cancelled' && end.approval === 'cancelled' && !end.isTold)
            const outcome = `${end.run}${end.approval === 'approved' ? ', approved' : ', not approved'}${end.isTold ? ', sent' : ''}`
            return agrees ? { outcome } : { outcome, problem: inWords(end) }
          }),
      }
    },
  }
}

/** The version that was shown is the version that runs, whatever is published meanwhile. */
export const approveOrChange: Race = async (world) => {
  let version = 0
  const document = () => approvalOnly(world, undefined, `Version ${version}: {{ start.n }}`)
  const workflow = await publish(world, 'F17 change', document())
  return {
    run: async (from, size) => {
      const { ids, approvals } = await startWaiting(world, workflow, { from, size })
      const expected = `Version ${version}: `
      version++
      let publishedAt = Number.POSITIVE_INFINITY
      const decidedAt = new Map<string, number>()
      await Promise.all([
        delay(between(0, 60)).then(async () => {
          must(await world.api.put(`/workflows/${workflow}/draft`, { document: document() }))
          must(await world.api.post(`/workflows/${workflow}/publish`, {}))
          publishedAt = performance.now()
        }),
        ...approvals.map(async (approval) => {
          await delay(between(0, 250))
          decidedAt.set(approval.runId, performance.now())
          must(await approve(world, approval))
        }),
      ])
      return {
        ids,
        judge: async () =>
          (await endsOf(world, ids)).map((end) => {
            const outcome = (decidedAt.get(end.id) ?? 0) < publishedAt ? 'before it' : 'after it'
            const agrees =
              end.run === 'succeeded' &&
              end.isTold &&
              end.said === end.shown &&
              end.said?.startsWith(expected)
            if (agrees) return { outcome }
            return { outcome, problem: `${inWords(end)}, shown “${end.shown}”, said “${end.said}”` }
          }),
      }
    },
  }
}

export const approveOrDismiss: Race = async (world) => {
  const workflow = await publish(world, 'F17 dismiss', approvalOnly(world))
  const members: { items: { id: string; name: string }[] } = must(await world.api.get('/members'))
  const second = members.items.find(({ name }) => name === 'Second')?.id
  const disable = async (disabled: boolean) => must(await world.api.patch(`/members/${second}`, { disabled }))
  return {
    run: async (from, size) => {
      const { ids, approvals } = await startWaiting(world, workflow, { from, size })
      let dismissedAt = Number.POSITIVE_INFINITY
      const answers = new Map<string, { status: number; sentAt: number }>()
      await Promise.all([
        delay(between(20, 60)).then(async () => {
          await disable(true)
          dismissedAt = performance.now()
        }),
        ...approvals.map(async (approval) => {
          await delay(between(0, 120))
          const sentAt = performance.now()
          const { status } = await approve(world, approval)
          answers.set(approval.runId, { status, sentAt })
        }),
      ])
      const decided = await world.sql<{ run: string }[]>`
        select approvals.run_id as run from decisions join approvals on approvals.id = approval_id
        where approvals.run_id = any(${ids})`
      const counted = new Set(decided.map(({ run }) => run))
      await disable(false)
      return {
        ids,
        judge: async () =>
          (await endsOf(world, ids)).map((end) => {
            const { status, sentAt } = answers.get(end.id) ?? { status: 0, sentAt: 0 }
            const isTaken = status < 300
            const outcome = isTaken ? 'decided in time' : 'refused'
            const agrees =
              end.run === 'succeeded' &&
              end.isTold &&
              isTaken === counted.has(end.id) &&
              (isTaken ? sentAt < dismissedAt : [401, 403].includes(status))
            return agrees
              ? { outcome }
              : { outcome, problem: `${inWords(end)}, the decision was answered ${status}` }
          }),
      }
    },
  }
}

export const approveOrRevoke: Race = async (world) => ({
  run: async (from, size) => {
    const { id: slack }: { id: string } = must(
      await world.api.post('/connections', {
        ...{ connector: 'slack', name: 'Revoked', values: { token: world.far.addresses.token } },
      }),
    )
    const own = { ...world, connections: { ...world.connections, slack } }
    const workflow = await publish(world, 'F17 revoke', approvalOnly(own))
    const { ids, approvals } = await startWaiting(world, workflow, { from, size })
    await Promise.all([
      delay(between(60, 120)).then(async () =>
        must(await world.api.delete(`/connections/${slack}?force=true`)),
      ),
      ...approvals.map((approval) => delay(between(0, 200)).then(() => approve(world, approval))),
    ])
    return {
      ids,
      judge: async () =>
        (await endsOf(world, ids)).map((end) => {
          const outcome = end.isTold ? 'sent before it' : 'stopped by it'
          const agrees = end.isTold
            ? end.run === 'succeeded'
            : end.run === 'failed' && end.code === 'no_connection'
          return agrees ? { outcome } : { outcome, problem: inWords(end) }
        }),
    }
  },
})
