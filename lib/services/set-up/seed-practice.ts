import 'server-only'
import type { Database } from '@/db/client'
import { newId } from '@/db/new-id'
import { insertConnection } from '@/db/queries/connections'
import { insertProvider } from '@/db/queries/providers'
import type { ConnectionId, ProviderId } from '@/lib/core/ids'
import type { Actor } from '@/lib/policy/actor'
import { practiceModelName, practiceModelToken } from '@/lib/practice/model/name'
import { practiceToken } from '@/lib/services/practice/practice-token'
import { seal, sealRecord } from '@/lib/services/secrets/seal'

/** Fills the practice workspace: connections to the simulated services and the practice model. */
export async function seedPractice(tx: Database, owner: Actor): Promise<void> {
  await addPracticeConnection(tx, owner, { connector: 'github', name: 'Practice GitHub' })
  await addPracticeConnection(tx, owner, { connector: 'slack', name: 'Practice Slack' })
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
}

async function addPracticeConnection(
  tx: Database,
  { workspaceId }: Actor,
  { connector, name }: { connector: string; name: string },
): Promise<ConnectionId> {
  const id = newId<ConnectionId>('con')
  await insertConnection(tx, {
    id,
    workspaceId,
    connector,
    name,
    simulated: true,
    secret: sealRecord({ token: practiceToken() }, { workspaceId, rowId: id }),
    settings: {},
    account: 'practice',
    status: 'ok',
  })
  return id
}
