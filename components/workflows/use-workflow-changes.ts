'use client'

import type { WorkflowSummary } from '@/lib/workflow/views/workflow-view'
import { messageOf } from '../api/api-error'
import { callApi } from '../api/client'
import { useRefresh } from '../api/use-api'
import { useHere } from '../api/workspace-context'
import { toast } from '../ui/toast'
import { saveFile } from './save-file'

type Workflow = Pick<WorkflowSummary, 'id' | 'name'>

/** What can be done to a workflow from outside the editor. Each says in a toast what it did, or why it could not. */
export function useWorkflowChanges() {
  const { workspace } = useHere()
  const refresh = useRefresh()

  async function change<Answer>(path: string, method: 'POST' | 'DELETE', body?: object) {
    try {
      const answer = await callApi<Answer>({
        path,
        method,
        workspace: workspace.slug,
        ...(body ? { body } : {}),
      })
      await refresh('/workflows')
      return { answer }
    } catch (error) {
      toast.failed(messageOf(error))
      return null
    }
  }

  async function setPaused(workflow: Workflow, paused: boolean): Promise<void> {
    const done = await change(`/workflows/${workflow.id}/${paused ? 'pause' : 'resume'}`, 'POST', {})
    if (!done) return
    toast.done(
      paused ? `‘${workflow.name}’ is paused. It starts no new runs.` : `‘${workflow.name}’ is on again.`,
      {
        run: () => void setPaused(workflow, !paused),
      },
    )
  }

  async function duplicate(workflow: Workflow): Promise<void> {
    const done = await change<WorkflowSummary>(`/workflows/${workflow.id}/duplicate`, 'POST', {})
    if (done) toast.done(`‘${done.answer.name}’ is a copy of the draft. Nothing of it is live.`)
  }

  async function remove(workflow: Workflow): Promise<boolean> {
    const done = await change(`/workflows/${workflow.id}`, 'DELETE')
    if (done) toast.done(`‘${workflow.name}’ is deleted. Its runs can still be read.`)
    return done !== null
  }

  async function download(workflow: Workflow): Promise<void> {
    try {
      const file = await callApi<object>({
        path: `/workflows/${workflow.id}/export`,
        workspace: workspace.slug,
      })
      saveFile(`${workflow.name}.handrail.json`, JSON.stringify(file, null, 2))
    } catch (error) {
      toast.failed(messageOf(error))
    }
  }

  return { setPaused, duplicate, remove, download }
}
