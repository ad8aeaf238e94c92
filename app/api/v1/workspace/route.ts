import { workspaceViewSchema } from '@/lib/policy/views/workspace-views'
import { memberRoute } from '@/lib/services/http/route'
import { changeWorkspace, getWorkspace, workspaceChanges } from '@/lib/services/workspaces/workspace'

export const GET = memberRoute({
  summary: 'The workspace',
  permission: 'workspace.read',
  answer: workspaceViewSchema,
  handler: ({ actor }) => getWorkspace(actor),
})

export const PATCH = memberRoute({
  summary: 'Rename the workspace or change its policy',
  permission: 'workspace.policy',
  body: workspaceChanges,
  answer: workspaceViewSchema,
  handler: ({ actor, body }) => changeWorkspace(actor, body),
})
