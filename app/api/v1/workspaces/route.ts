import { pageOf, workspaceViewSchema } from '@/lib/policy/views/workspace-views'
import { userRoute } from '@/lib/services/http/route'
import { me } from '@/lib/services/session/me'
import { createWorkspace, workspaceFields } from '@/lib/services/workspaces/create-workspace'

export const GET = userRoute({
  summary: 'List my workspaces',
  answer: pageOf(workspaceViewSchema),
  handler: async ({ caller }) => ({ items: (await me(caller)).workspaces, next: null }),
})

export const POST = userRoute({
  summary: 'Make a workspace',
  body: workspaceFields,
  answer: workspaceViewSchema,
  status: 201,
  handler: ({ caller, body }) => createWorkspace(caller, body),
})
