import 'server-only'
import { database } from '@/db/client'
import type { JsonObject } from '@/lib/core/json'
import type { Actor } from '@/lib/policy/actor'
import { authorize } from '@/lib/policy/authorize'
import { workflowIn } from '../workflows/versions'
import { cutSample } from './cut-sample'
import { latestSamples } from './latest-samples'
import { toWorkflowId } from './to-id'

/** What each node gave last, for the data picker: large values are cut to what a picker shows. */
export async function stepSamples(actor: Actor, workflowId: string): Promise<JsonObject> {
  authorize(actor, 'run.read')
  const workflow = await workflowIn(database().db, actor, toWorkflowId(workflowId))
  const samples = await latestSamples({ workspaceId: actor.workspaceId, workflowId: workflow.id })
  return Object.fromEntries(
    [...samples].map(([nodeId, { value, isLarge }]) => [nodeId, isLarge ? cutSample(value) : value]),
  )
}
