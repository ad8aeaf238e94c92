import { database } from '@/db/client'
import { hasFailedItem, listItemRows } from '@/db/queries/steps/list-items'
import type { RunId, WorkspaceId } from '@/lib/core/ids'
import type { Json } from '@/lib/core/json'
import type { StepCall, StepPath } from '@/lib/engine/contract'
import { driveItem, itemPath } from '@/lib/engine/drive-item'
import { type ItemEnd, type Loop, openLoop } from '@/lib/engine/loop'
import { portsOf } from '../../ports'
import type { DurableSteps } from '../durable-steps'
import type { Execution } from '../execution'
import { executionOfItem, learnFacts, loadRun } from '../load-execution'
import { flushNow } from '../pending'
import type { SideBySide } from '../side-by-side'
import { TooManySteps, tooManyStepsError } from '../to-durable-steps'
import { findLoop } from './find-loop'
import { keepItemEnd } from './item-row'
import { lanesOf, stepsPerCall } from './lanes'
import { storedItemEnd } from './stored-item'

export type Lane = {
  readonly workspaceId: WorkspaceId
  readonly runId: RunId
  readonly loop: StepPath
  readonly from: number
  readonly step: number
}

/** How far a lane came: the next item that is its own, or that there is nothing more to do. */
export type LaneEnd = { readonly ok: true; readonly next: number; readonly isOver: boolean }

/**
 * Carries the items of a lane one after another, as far as one call should. An item that was begun is carried on even
 * when another lane has failed meanwhile: what was started settles, and a replay does what was done before.
 */
export async function carryLane(
  lane: Lane,
  steps: DurableSteps,
  { attempt, sideBySide }: { readonly attempt: number; readonly sideBySide: SideBySide },
): Promise<LaneEnd> {
  const { workspaceId, runId } = lane
  const loaded = await loadRun({ workspaceId, runId }, steps, attempt)
  if (!loaded) return { ok: true, next: lane.from, isOver: true }
  const { execution } = loaded
  const loop = await findLoop(execution, loaded.state, lane.loop)
  const opened = openLoop(loop.node, loop)
  const carry = () => carryItems(execution, { lane, loop, opened })
  const end = await (loop.body ? sideBySide(loop.body, carry) : carry())
  await steps.run('lane.end', 'Note the items', () => flushNow(execution))
  return end
}

type Carrying = { readonly lane: Lane; readonly loop: StepCall; readonly opened: Loop }

async function carryItems(execution: Execution, carrying: Carrying): Promise<LaneEnd> {
  const { lane, loop, opened } = carrying
  if (!loop.body) throw new TypeError(`"${loop.node.type}" is no loop`)
  const { itemsPerCall } = lanesOf(opened, loop.body)
  const rows = await listItemRows(database().db, { ...execution.scope, loop: loop.path })
  const begun = new Map(rows.map((row) => [row.path, row]))
  let last =
    lane.from > 0 ? await storedItemEnd(execution, itemPath(loop.path, lane.from - lane.step)) : undefined
  let done = 0
  for (let index = lane.from; index < opened.count; index += lane.step, done++) {
    if (done >= itemsPerCall || execution.steps.count() >= stepsPerCall) {
      return { ok: true, next: index, isOver: false }
    }
    const path = itemPath(loop.path, index)
    const row = begun.get(path)
    if (
      !row &&
      opened.stopsOnFailure &&
      (await hasFailedItem(database().db, { ...execution.scope, loop: loop.path }))
    )
      break
    const isGiven = row?.endedAt !== null && row?.attempt === 0
    const end = isGiven
      ? await storedItemEnd(execution, path)
      : await carryItem(execution, carrying, { index, last: lastOf(last), isBegun: row !== undefined })
    if (!end || (end.status === 'failed' && opened.stopsOnFailure)) break
    if (end.status === 'succeeded' && end.isLast) break
    last = end
  }
  return { ok: true, next: opened.count, isOver: true }
}

async function carryItem(
  execution: Execution,
  { loop, opened }: Carrying,
  {
    index,
    last,
    isBegun,
  }: { readonly index: number; readonly last: Json | undefined; readonly isBegun: boolean },
): Promise<ItemEnd> {
  const path = itemPath(loop.path, index)
  const { body } = loop
  if (!body) throw new TypeError(`"${loop.node.type}" is no loop`)
  const inside = executionOfItem(execution, body, path)
  const known = isBegun ? await learnFacts(inside) : { outcomes: new Map() }
  const end = await driveItem({ loop, opened, index, last }, known, portsOf(inside)).catch(tooManySteps)
  keepItemEnd(inside, path, end)
  return end
}

function tooManySteps(error: unknown): ItemEnd {
  if (error instanceof TooManySteps) return { status: 'failed', error: tooManyStepsError }
  throw error
}

function lastOf(end: ItemEnd | undefined): Json | undefined {
  return end?.status === 'succeeded' ? end.output : undefined
}
