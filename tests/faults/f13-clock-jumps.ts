import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { pathToFileURL } from 'node:url'
import type { AppProcess } from '../support/app-process'
import { inPlace } from './behind-proxy'
import { doubledIn, effectsIn, type Finding } from './report'
import { approvalOnly, oneMessage, publish, settle, startRun } from './workload'
import type { World } from './world'

const hour = 3_600_000
const waitMs = 3_000
/** A timer may be late by so much. */
const lateMs = 5_000

/** Where the clock of the process is set, as milliseconds beside the truth. */
const jumps: readonly { readonly name: string; readonly to: () => number }[] = [
  { name: '+1 h', to: () => hour },
  { name: '-1 h', to: () => -hour },
  { name: '+40 days', to: () => 40 * 24 * hour },
  // Two seconds before the clocks of Berlin are set: it happens under the process's eyes.
  { name: 'summer time begins', to: () => Date.UTC(2027, 2, 28, 0, 59, 58) - Date.now() },
  { name: 'summer time ends', to: () => Date.UTC(2026, 9, 25, 0, 59, 58) - Date.now() },
]

/** F13: the product's clock jumps while runs wait, approvals expire and a schedule ticks. Time is the database's. */
export async function clockJumps(world: World, times: number, say: (line: string) => void): Promise<Finding> {
  const folder = mkdtempSync(join(tmpdir(), 'handrail-clock-'))
  const file = join(folder, 'shift')
  writeFileSync(file, '0')
  const before = await world.far.effects()
  const wrong: string[] = []
  const late: number[] = []
  const ids: string[] = []
  const result = await inPlace(
    world,
    {
      env: {
        NODE_OPTIONS: `--import=${pathToFileURL(join(import.meta.dirname, 'shifted-clock.ts')).href}`,
        FAULTS_CLOCK: file,
        TZ: 'Europe/Berlin',
      },
    },
    async (app) => {
      const schedule = await publish(world, 'F13 schedule', everyMinute)
      const since = await databaseMinutes(world)
      const wait = await publish(world, 'F13 wait', waits)
      const expire = await publish(world, 'F13 approval', approvalOnly(world, `PT${waitMs / 1000}S`))
      const message = await publish(world, 'F13 message', oneMessage(world))
      let effects = 0
      for (let time = 0; time < times; time++) {
        for (const { name, to } of jumps) {
          const timed = [...(await begin(world, [wait, expire])), ...(await begin(world, [wait, expire]))]
          const messages = [await startRun(world, message, ids.length)]
          await jump(app, file, to())
          timed.push(...(await begin(world, [wait, expire])))
          messages.push(await startRun(world, message, ids.length + 1))
          effects += messages.length * 2
          for (const run of timed) {
            const over = (await ended(world, run.id, run.begun)) - waitMs
            late.push(over)
            if (over < 0) wrong.push(`${name}: a timer was ${(-over).toFixed(0)} ms early`)
            if (over > lateMs) wrong.push(`${name}: a timer was ${(over / 1000).toFixed(1)} s late`)
          }
          const settled = await settle(world, messages)
          wrong.push(...settled.failed.map((failure) => `${name}: ${failure}`))
          ids.push(...messages, ...timed.map(({ id }) => id))
          if (Math.abs(to()) <= hour) await openPage(world, name, wrong)
        }
      }
      if (/Took up work/.test(app.output())) wrong.push('work was taken up as left behind')
      return { effects, ticks: await ticksOf(world, schedule, since, wrong) }
    },
  )
  rmSync(folder, { recursive: true })
  const after = await world.far.effects()
  say(`F13: ${jumps.length * times} jumps, ${late.length} timers, ${result.ticks} ticks of a schedule`)
  return {
    id: 'F13',
    what: 'the clock of the process jumps: +1 h, -1 h, +40 days, summer time both ways',
    n: jumps.length * times,
    lost: Math.max(0, result.effects - (effectsIn(after) - effectsIn(before))),
    doubled: doubledIn(after) - doubledIn(before),
    failed: wrong,
    unknown: [],
    recoveries: late,
    notes: [
      `${late.length} waits and deadlines of ${waitMs / 1000} s, ${result.ticks} ticks of a schedule, each once; recovery: by how much a timer was late. Sessions of browsers end by the clock of the process`,
    ],
  }
}

const everyMinute = {
  schema: 1,
  nodes: [
    { id: 'clock', type: 'trigger.schedule', config: { cron: '* * * * *', zone: 'Europe/Berlin' } },
    { id: 'done', type: 'set', config: { fields: [{ key: 'at', value: { from: 'clock', path: ['at'] } }] } },
  ],
  edges: [{ from: 'clock', exit: 'out', to: 'done' }],
}

const waits = {
  schema: 1,
  nodes: [
    {
      id: 'start',
      type: 'trigger.form',
      config: { fields: [{ key: 'n', type: 'number', required: true }] },
    },
    { id: 'pause', type: 'wait', config: { for: `PT${waitMs / 1000}S` } },
    { id: 'done', type: 'set', config: { fields: [{ key: 'n', value: { from: 'start', path: ['n'] } }] } },
  ],
  edges: [
    { from: 'start', exit: 'out', to: 'pause' },
    { from: 'pause', exit: 'out', to: 'done' },
  ],
}

type Timed = { readonly id: string; readonly begun: number }

async function begin(world: World, workflows: readonly string[]): Promise<Timed[]> {
  return Promise.all(
    workflows.map(async (workflow) => {
      const begun = performance.now()
      return { id: await startRun(world, workflow, 0), begun }
    }),
  )
}

/** How long after it began the run had ended, by the clock of this process, which nobody sets. */
async function ended({ sql }: World, run: string, begun: number): Promise<number> {
  for (;;) {
    const [row] = await sql`select 1 from runs where id = ${run} and ended_at is not null`
    const passed = performance.now() - begun
    if (row || passed > waitMs + lateMs * 4) return passed
    await delay(20)
  }
}

async function jump(app: AppProcess, file: string, ms: number): Promise<void> {
  const said = app.output().length
  writeFileSync(file, String(ms))
  app.child.kill('SIGUSR2')
  while (!app.output().slice(said).includes(`clock ${ms}`)) await delay(10)
}

/** A session that is an hour old, or an hour too young, is a session. */
async function openPage(world: World, name: string, wrong: string[]): Promise<void> {
  const url = `${world.app().url}/w/${world.workspace}/runs`
  const response = await fetch(url, { headers: { cookie: world.cookie }, redirect: 'manual' })
  await response.text()
  if (response.status !== 200) wrong.push(`${name}: the list of runs answered ${response.status}`)
}

async function databaseMinutes({ sql }: World): Promise<number> {
  const [row] = await sql<{ minutes: number }[]>`
    select floor(extract(epoch from clock_timestamp()) / 60)::int as minutes`
  return row?.minutes ?? 0
}

/** Each minute since then has had its run, once. Waits for one at least. */
async function ticksOf(world: World, schedule: string, since: number, wrong: string[]): Promise<number> {
  while ((await databaseMinutes(world)) === since) await delay(250)
  // The last of them may be late.
  await delay(lateMs)
  const passed = (await databaseMinutes(world)) - since
  const rows = await world.sql<{ at: string }[]>`
    select input ->> 'at' as at from runs where workflow_id = ${schedule}`
  const ticks = new Set(rows.map(({ at }) => at))
  if (rows.length !== ticks.size) wrong.push(`${rows.length} runs of ${ticks.size} ticks`)
  if (ticks.size !== passed) wrong.push(`${ticks.size} ticks in ${passed} minutes`)

  await world.api.post(`/workflows/${schedule}/pause`, {})
  return ticks.size
}
