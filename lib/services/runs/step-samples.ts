import 'server-only'
import { database } from '@/db/client'
import type { Json, JsonObject } from '@/lib/core/json'
import type { Actor } from '@/lib/policy/actor'
import { authorize } from '@/lib/policy/authorize'
import { isList } from '@/lib/workflow/value-at'
import { workflowIn } from '../workflows/versions'
import { latestSamples } from './latest-samples'
import { toWorkflowId } from './to-id'

/** What each node gave last, for the data picker: large values are cut to what a picker shows. */
export async function stepSamples(actor: Actor, workflowId: string): Promise<JsonObject> {
  authorize(actor, 'run.read')
  const workflow = await workflowIn(database().db, actor, toWorkflowId(workflowId))
  const samples = await latestSamples({ workspaceId: actor.workspaceId, workflowId: workflow.id })
  return Object.fromEntries(
    [...samples].map(([nodeId, { value, isLarge }]) => [nodeId, isLarge ? cut(value) : value]),
  )
}

const shownItems = 5
const shownCharacters = 1_000

function cut(value: Json): Json {
  if (typeof value === 'string') return value.slice(0, shownCharacters)
  if (typeof value !== 'object' || value === null) return value
  if (isList(value)) return value.slice(0, shownItems).map(cut)
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, cut(item)]))
}
