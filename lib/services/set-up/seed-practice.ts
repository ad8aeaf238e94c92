import 'server-only'
import type { Database } from '@/db/client'
import { newId } from '@/db/new-id'
import { insertConnection } from '@/db/queries/connections'
import { insertProvider } from '@/db/queries/providers'
import type { ConnectionId, ProviderId } from '@/lib/core/ids'
import type { Actor } from '@/lib/policy/actor'
import { practiceToken } from '@/lib/services/practice/practice-token'
import { sealRecord } from '@/lib/services/secrets/seal'

/** Fills the practice workspace: connections to the simulated services and the practice model. */
export async function seedPractice(tx: Database, owner: Actor): Promise<void> {
  await addPracticeConnection(tx, owner, { connector: 'github', name: 'Practice GitHub' })
  await addPracticeConnection(tx, owner, { connector: 'slack', name: 'Practice Slack' })
  await insertProvider(tx, {
    id: newId<ProviderId>('mdl'),
    workspaceId: owner.workspaceId,
    name: 'Practice model',
    baseUrl: '',
    api: 'responses',
    simulated: true,
    secret: null,
    defaultModel: 'practice',
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
