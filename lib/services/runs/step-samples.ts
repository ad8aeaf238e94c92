import 'server-only'
import { database } from '@/db/client'
import { type LatestOutput, latestOutputs } from '@/db/queries/steps/latest-outputs'
import type { Json, JsonObject } from '@/lib/core/json'
import type { Actor } from '@/lib/policy/actor'
import { authorize } from '@/lib/policy/authorize'
import { workflowIn } from '../workflows/versions'
import { toWorkflowId } from './to-id'

/** What each node gave last, for the data picker: large values are cut to what a picker shows. */
export async function stepSamples(actor: Actor, workflowId: string): Promise<JsonObject> {
  authorize(actor, 'run.read')
  const { db } = database()
  const workflow = await workflowIn(db, actor, toWorkflowId(workflowId))
  const rows = await latestOutputs(db, { workspaceId: actor.workspaceId, workflowId: workflow.id })
  return Object.fromEntries(rows.map((row) => [row.nodeId, row.body ? cut(sampleOf(row)) : sampleOf(row)]))
}

export function sampleOf({ body, output }: LatestOutput): Json {
  if (!body) return output ?? null
  const value: Json = JSON.parse(body.toString('utf8'))
  return value
}

const shownItems = 5
const shownCharacters = 1_000

function cut(value: Json): Json {
  if (typeof value === 'string') return value.slice(0, shownCharacters)
  if (typeof value !== 'object' || value === null) return value
  if (isList(value)) return value.slice(0, shownItems).map(cut)
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, cut(item)]))
}

function isList(value: Json): value is readonly Json[] {
  return Array.isArray(value)
}
