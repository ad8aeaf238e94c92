import { isId, type UserId } from '@/lib/core/ids'
import type { Resource } from '@/lib/policy/authorize'
import type { ConnectionView } from '@/lib/policy/views/workspace-views'

/** A connection as the rules ask about it. */
export function ownerOf({ owner, shared }: Pick<ConnectionView, 'owner' | 'shared'>): Resource {
  return { shared, ownerId: isId<UserId>('usr', owner?.id) ? owner.id : null }
}
