import { json, text, timestamp } from 'drizzle-orm/pg-core'
import type { WorkspaceId } from '../../lib/core/ids'
import type { Json } from '../../lib/core/json'

/** A moment, to the millisecond as JavaScript keeps it, in UTC. */
export const moment = (name: string) => timestamp(name, { withTimezone: true, mode: 'date', precision: 3 })

export const createdAt = () => moment('created_at').notNull().defaultNow()

export const workspaceColumn = () => text('workspace_id').$type<WorkspaceId>().notNull()

/**
 * What steps receive and return is `json`, not `jsonb`: it is stored as it was written, and a string that holds
 * U+0000 is kept (`jsonb` refuses it).
 */
export const data = (name: string) => json(name).$type<Json>()
