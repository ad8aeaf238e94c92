import 'server-only'
import { database } from '@/db/client'
import { ping } from '@/db/queries/system/ping'
import { log } from '@/lib/services/log'
import { inTime } from './in-time'

/** Does the database answer this process in time? */
export async function isHealthy(): Promise<boolean> {
  try {
    await inTime(ping(database().db))
    return true
  } catch (error) {
    log().error({ err: error }, 'The database does not answer')
    return false
  }
}
