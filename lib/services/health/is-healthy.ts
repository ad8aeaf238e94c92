import 'server-only'
import { database } from '@/db/client'
import { ping } from '@/db/queries/system/ping'
import { log } from '@/lib/services/log'

const patienceMs = 3_000

/** Does the database answer this process in time? */
export async function isHealthy(): Promise<boolean> {
  const late = new Promise<never>((_, reject) => {
    setTimeout(() => reject(new Error('The database did not answer in time.')), patienceMs).unref()
  })
  try {
    await Promise.race([ping(database().db), late])
    return true
  } catch (error) {
    log().error({ err: error }, 'The database does not answer')
    return false
  }
}
