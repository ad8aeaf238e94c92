import 'server-only'
import { database } from '@/db/client'
import { hostPractice, type PracticeHost } from './host-practice'

/** How often a waiting process asks for its turn, and the hosting one whether it still has it. */
const everyMs = 2_000

const holder = globalThis as { handrailPracticeHost?: PracticeHost }

/**
 * Has the practice services hosted by exactly one of the installation's processes, from now until `stop`. The others
 * stand by and take over within seconds when the host ends. Resolves at once; calling it twice changes nothing.
 */
export function ensurePractice(): PracticeHost {
  const known = holder.handrailPracticeHost
  if (known) return known
  const { stop } = hostPractice(database(), everyMs)
  const host = {
    stop: async () => {
      delete holder.handrailPracticeHost
      await stop()
    },
  }
  holder.handrailPracticeHost = host
  return host
}
