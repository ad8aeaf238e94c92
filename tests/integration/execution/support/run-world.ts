import { newId } from '@/db/new-id'
import { connections } from '@/db/schema/connections'
import { workflows, workflowVersions } from '@/db/schema/workflows'
import type { ConnectionId, VersionId, WorkflowId } from '@/lib/core/ids'
import type { Json } from '@/lib/core/json'
import type { Actor } from '@/lib/policy/actor'
import { getRun } from '@/lib/services/runs/get-run'
import { startRun } from '@/lib/services/runs/start/start-run'
import { waitForRun } from '@/lib/services/runs/watch/wait-for-run'
import { sealRecord } from '@/lib/services/secrets/seal'
import { documentSchema, type WorkflowDocument } from '@/lib/workflow/document'
import type { RunView, StepView } from '@/lib/workflow/views/run-view'
import { serviceWorld, type World } from '@/tests/support/service-world'
import { type FarSide, openFarSide } from './far-side'

/** An installation with its engine running, a service outside, and a connection to it. */
export type RunWorld = World & {
  readonly far: FarSide
  readonly connection: ConnectionId
  /** Stores a workflow with these nodes and edges, live. */
  workflow(document: WorkflowParts): Promise<WorkflowId>
  start(workflow: string, input?: Json, actor?: Actor): Promise<string>
  /** Starts it and waits for its end. */
  run(workflow: string, input?: Json): Promise<RunView>
  /** Waits until the run looks as described. */
  until(runId: string, holds: (run: RunView) => boolean, withinMs?: number): Promise<RunView>
}

export type WorkflowParts = {
  readonly nodes: readonly unknown[]
  /** `a>b` from the exit `out`, `a:exit>b` from another. */
  readonly edges: readonly string[]
}

export async function runWorld({ engine = true }: { engine?: boolean } = {}): Promise<RunWorld> {
  const world = await serviceWorld()
  const { startEngine, stopEngine } = await import('@/inngest/start')
  const far = await openFarSide()
  const connection = await addHttpConnection(world, far)
  if (engine) await startEngine()
  return {
    ...world,
    far,
    connection,
    workflow: (parts) => addWorkflow(world, documentOf(parts)),
    start: async (workflow, input = {}, actor = world.owner) =>
      (await startRun(actor, workflow, { input })).id,
    run: async (workflow, input = {}) =>
      waitForRun(world.owner, (await startRun(world.owner, workflow, { input })).id, 30),
    until: async (runId, holds, withinMs = 30_000) => {
      const deadline = Date.now() + withinMs
      for (;;) {
        const run = await getRun(world.owner, runId)
        if (holds(run)) return run
        if (Date.now() > deadline) throw new Error(`The run never got there: ${JSON.stringify(run, null, 1)}`)
        await new Promise((resolve) => setTimeout(resolve, 50))
      }
    },
    close: async () => {
      if (engine) await stopEngine(2_000)
      Reflect.deleteProperty(globalThis, 'handrailRunner')
      Reflect.deleteProperty(globalThis, 'handrailRunFeed')
      await far.close()
      await world.close()
    },
  }
}

export function documentOf({ nodes, edges }: WorkflowParts): WorkflowDocument {
  return documentSchema.parse({
    schema: 1,
    nodes,
    edges: edges.map((edge) => {
      const [, from, exit = 'out', to] = /^(\w+)(?::(\w+))?>(\w+)$/.exec(edge) ?? []
      return { from, exit, to }
    }),
  })
}

export function stepOf(run: RunView, path: string): StepView {
  const step = run.steps.find((one) => one.path === path)
  if (!step) throw new Error(`no step ${path} among ${run.steps.map((one) => one.path).join(', ')}`)
  return step
}

export async function addHttpConnection({ database, owner }: World, far: FarSide): Promise<ConnectionId> {
  const id = newId<ConnectionId>('con')
  await database.db.insert(connections).values({
    id,
    workspaceId: owner.workspaceId,
    connector: 'http',
    name: 'Far side',
    secret: sealRecord({ token: 'far-secret' }, { workspaceId: owner.workspaceId, rowId: id }),
    settings: { hosts: far.host },
    allowPrivate: true,
  })
  return id
}

async function addWorkflow({ database, owner }: World, document: WorkflowDocument): Promise<WorkflowId> {
  const id = newId<WorkflowId>('wfl')
  const versionId = newId<VersionId>('ver')
  const { workspaceId } = owner
  await database.db
    .insert(workflows)
    .values({ id, workspaceId, name: `Workflow ${id.slice(-5)}`, draft: document, liveVersionId: versionId })
  await database.db
    .insert(workflowVersions)
    .values({ id: versionId, workspaceId, workflowId: id, number: 1, document })
  return id
}
