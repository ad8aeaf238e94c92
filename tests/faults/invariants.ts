import { setTimeout as delay } from 'node:timers/promises'
import type { World } from './world'

/** What was begun just now may come to rest first. */
const restsWithinMs = 20_000

/** What holds whenever nothing is under way. Each query names what breaks the rule, in the workspace `$1`. */
const rules: readonly { readonly rule: string; readonly broken: string }[] = [
  {
    rule: 'every run has ended or waits with a reason',
    broken: `
      select id from runs where workspace_id = $1 and (
        status in ('queued', 'running')
        or (status = 'waiting' and coalesce(waiting_for, '') = '')
        or (ended_at is null) <> (status = 'waiting'))`,
  },
  {
    rule: 'a run that waits is carried: something will wake it',
    broken: `
      select runs.id from runs where workspace_id = $1 and status = 'waiting' and parent_run_id is null
        and not exists (
          select 1 from runner_runs carried where carried.event_id = runs.id and carried.status = 'running'
            and (exists (select 1 from runner_jobs where run_id = carried.id)
              or exists (select 1 from runner_waits where run_id = carried.id and not cancels)
              or exists (select 1 from runner_runs child
                where child.parent_run_id = carried.id and child.status = 'running')))`,
  },
  {
    rule: 'a failed run says why',
    broken: `select id from runs where workspace_id = $1 and status = 'failed' and error is null`,
  },
  {
    rule: 'no step goes on in a run that has ended',
    broken: `
      select run_id || '/' || path as id from steps join runs on runs.id = run_id
      where runs.workspace_id = $1 and runs.ended_at is not null
        and steps.status in ('queued', 'running', 'waiting')`,
  },
  {
    rule: 'an effect of a step is recorded once',
    broken: `
      select run_id || '/' || step_path as id from effects where workspace_id = $1
      group by run_id, step_path, generation having count(*) > 1`,
  },
  {
    rule: 'nothing was done behind an approval that was not given',
    broken: `
      select effects.key as id from effects join approvals on approvals.run_id = effects.run_id
      where effects.workspace_id = $1 and approvals.status in ('pending', 'rejected', 'expired', 'cancelled')
        and effects.status in ('sent', 'confirmed', 'unknown')
        and exists (select 1 from json_array_elements(approvals.covers::json) covered
          where covered ->> 'node' = effects.step_path)`,
  },
  {
    rule: 'each decision is in the audit',
    broken: `
      select approval_id as id from decisions where workspace_id = $1 and not exists (
        select 1 from audit_entries where action = 'approval.' || decision
          and subject_id = approval_id and audit_entries.user_id = decisions.user_id)`,
  },
  {
    rule: 'no lease is held by a process that is gone',
    broken: `
      select id::text from runner_jobs where $1 <> '' and token is not null and not exists (
        select 1 from pg_locks where locktype = 'advisory' and classid = 4711 and objid::bigint = owner)`,
  },
  {
    rule: 'nothing is queued for what has ended',
    broken: `
      select runner_jobs.id::text from runner_jobs join runner_runs on runner_runs.id = run_id
      where $1 <> '' and runner_runs.status <> 'running'`,
  },
]

/** Looks, once a scenario has ended, whether what must always hold does, and tells of each break once. */
export type Invariants = {
  /** Gives a sentence for each rule that was broken since. `isRecorded`: what was done stands in this ledger. */
  broken(options: { readonly isRecorded: boolean }): Promise<readonly string[]>
}

type Break = { readonly rule: string; readonly id: string }

export async function invariantsOf(world: World): Promise<Invariants> {
  const [row] = await world.sql<{ id: string }[]>`select id from workspaces where slug = ${world.workspace}`
  if (!row) throw new Error('The workspace is gone.')
  const told = new Set<string>()
  const nameOf = ({ rule, id }: Break) => `${rule} ${id}`
  const look = async (): Promise<readonly Break[]> => {
    const [outside, ...inside] = await Promise.all([
      unrecorded(world),
      ...rules.map((one) => ask(world, one, row.id)),
    ])
    return [...outside, ...inside.flat()].filter((one) => !told.has(nameOf(one)))
  }
  return {
    broken: async ({ isRecorded }) => {
      const until = performance.now() + restsWithinMs
      const counts = ({ rule }: Break) => isRecorded || (rule !== strange && rule !== twice)
      let breaks = await look()
      while (breaks.some(counts) && performance.now() < until) {
        await delay(250)
        breaks = await look()
      }
      for (const one of breaks) told.add(nameOf(one))
      return [...Map.groupBy(breaks.filter(counts), ({ rule }) => rule)].map(
        ([rule, all]) => `broken: ${rule} (${all.length}, such as ${all[0]?.id})`,
      )
    },
  }
}

async function ask({ sql }: World, { rule, broken }: (typeof rules)[number], workspace: string) {
  const rows = await sql.unsafe<{ id: string }[]>(broken, [workspace])
  return rows.map(({ id }) => ({ rule, id }))
}

const strange = 'what was done outside stands in the ledger'
const twice = 'nothing was done twice outside'

/** What was done outside stands in the ledger, and what the ledger calls done was done, once each. */
async function unrecorded(world: World): Promise<Break[]> {
  const counts = Object.values(await world.far.effects())
  const done = new Map(counts.flatMap(({ byKey }) => Object.entries(byKey)))
  const rows = await world.sql<{ key: string; status: string; action: string; connection: string }[]>`
    select key, status, action, connection_id as connection from effects`
  const known = new Set(rows.map(({ key }) => key))
  const { github, slack } = world.connections
  const missing = rows.filter(
    ({ key, status, action, connection }) =>
      status === 'confirmed' &&
      !done.has(key) &&
      ((action === 'github.issue.comment' && connection === github) ||
        (action === 'slack.message.post' && connection === slack)),
  )
  const again = [...done].filter(([, times]) => times > 1)
  return [
    ...missing.map(({ key }) => ({ rule: 'what the ledger calls done was done outside', id: key })),
    ...[...done.keys()].filter((key) => !known.has(key)).map((id) => ({ rule: strange, id })),
    ...again.map(([id]) => ({ rule: twice, id })),
  ]
}
