import 'server-only'
import type { Actor } from '@/lib/policy/actor'
import { may } from '@/lib/policy/authorize'
import { listApprovals } from '@/lib/services/approvals/list-approvals'
import { listConnections } from '@/lib/services/connections/list-connections'
import { listRuns } from '@/lib/services/runs/list-runs'
import { listWorkflows } from '@/lib/services/workflows/list-workflows'

const dayMs = 24 * 60 * 60 * 1000

/** All that Home shows, asked for at once. */
export async function loadHome(actor: Actor) {
  const builds = may(actor, 'workflow.edit')
  const [approvals, runs, failed, workflows, connections] = await Promise.all([
    listApprovals(actor, { status: ['pending'] }),
    listRuns(actor, { person: actor.userId, limit: 6 }),
    listRuns(actor, { status: ['failed'], since: new Date(Date.now() - dayMs), limit: 3 }),
    listWorkflows(actor),
    listConnections(actor),
  ])
  const startable = workflows.items.filter(
    ({ live, paused, triggers }) => live !== null && !paused && triggers.includes('trigger.form'),
  )
  return {
    waiting: approvals.items.filter(({ mine }) => mine).slice(0, 5),
    runs: runs.items,
    startable: may(actor, 'run.start') ? startable.slice(0, 6) : [],
    care: builds
      ? {
          failed: failed.items,
          paused: workflows.items.filter(({ paused }) => paused),
          broken: connections.items.filter(({ status }) => status === 'reconnect' || status === 'failing'),
        }
      : null,
  }
}
