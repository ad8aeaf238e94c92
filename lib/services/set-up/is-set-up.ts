import 'server-only'
import { database } from '@/db/client'
import { isClaimed } from '@/db/queries/system/installation'

export const ownerClaim = 'owner_created'

/** Has this installation an owner? Until then every page leads to set-up. */
export function isSetUp(): Promise<boolean> {
  return isClaimed(database().db, ownerClaim)
}
