import 'server-only'
import type { Database } from '@/db/client'
import { newId } from '@/db/new-id'
import { insertConnection } from '@/db/queries/connections'
import { insertProvider } from '@/db/queries/providers'
import type { ConnectionId, ProviderId } from '@/lib/core/ids'
import type { Actor } from '@/lib/policy/actor'
import { practiceModelName, practiceModelToken } from '@/lib/practice/model/name'
import { samples } from '@/lib/practice/samples/all-samples'
import { practiceToken } from '@/lib/services/practice/practice-token'
import { seal, sealRecord } from '@/lib/services/secrets/seal'
import { addWorkflow } from '@/lib/services/workflows/create-workflow'
import { publishDraft } from '@/lib/services/workflows/publish-workflow'

/** Fills the practice workspace: connections to the simulated services, the practice model and sample workflows. */
export async function seedPractice(tx: Database, owner: Actor): Promise<void> {
  const github = await addPracticeConnection(tx, owner, { connector: 'github', name: 'Practice GitHub' })
  const slack = await addPracticeConnection(tx, owner, { connector: 'slack', name: 'Practice Slack' })
  await addPracticeConnection(tx, owner, { connector: 'google', name: 'Practice Google' })
  await addPracticeConnection(tx, owner, {
    connector: 'jira',
    name: 'Practice Jira',
    settings: { site: 'acme.atlassian.net', email: 'handrail@acme.example' },
  })
  const providerId = newId<ProviderId>('mdl')
  await insertProvider(tx, {
    id: providerId,
    workspaceId: owner.workspaceId,
    name: 'Practice model',
    baseUrl: '',
    api: 'responses',
    simulated: true,
    secret: seal(practiceModelToken, { workspaceId: owner.workspaceId, rowId: providerId }),
    defaultModel: practiceModelName,
    isDefault: true,
  })
  for (const { name, description, document } of samples) {
    const draft = document({ github, slack })
    const workflowId = await addWorkflow(tx, owner, { name, description, draft, action: 'workflow.create' })
    await publishDraft(tx, owner, { workflowId, note: 'A sample to begin with.' })
  }
}

async function addPracticeConnection(
  tx: Database,
  { workspaceId }: Actor,
  { connector, name, settings = {} }: { connector: string; name: string; settings?: Record<string, string> },
): Promise<ConnectionId> {
  const id = newId<ConnectionId>('con')
  await insertConnection(tx, {
    id,
    workspaceId,
    connector,
    name,
    simulated: true,
    secret: sealRecord({ token: practiceToken() }, { workspaceId, rowId: id }),
    settings,
    account: 'practice',
    status: 'ok',
  })
  return id
}
