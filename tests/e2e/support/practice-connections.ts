import type { ConnectionView } from '@/lib/policy/views/workspace-views'
import type { ApiClient } from '../../support/api-client'

/** The simulated accounts of the practice workspace. */
export async function practiceConnections(api: ApiClient): Promise<{ github: string; slack: string }> {
  const items: ConnectionView[] = (await api.get('/connections')).body.items
  const idOf = (connector: string) => {
    const found = items.find((each) => each.connector === connector)
    if (!found) throw new Error(`The practice workspace has no connection to ${connector}.`)
    return found.id
  }
  return { github: idOf('github'), slack: idOf('slack') }
}
