import 'server-only'
import { createHmac } from 'node:crypto'
import { env } from '@/lib/env'

/**
 * The token of the simulated services. It follows from the installation's key, so that every process knows it and
 * nobody outside can guess it; it opens nothing but practice.
 */
export function practiceToken(): string {
  const digest = createHmac('sha256', Buffer.from(env().HANDRAIL_ENCRYPTION_KEY, 'base64')).update(
    'practice token',
  )
  return `practice-${digest.digest('hex').slice(0, 40)}`
}
