import 'server-only'
import { newId } from '@/db/new-id'
import { insertToken } from '@/db/queries/tokens'
import { HandrailError } from '@/lib/core/errors'
import type { TokenId } from '@/lib/core/ids'
import { env } from '@/lib/env'
import { scopes } from '@/lib/policy/actor'
import { log } from '@/lib/services/log'
import { digestOf } from '@/lib/services/secrets/digest'
import { createOwner } from './create-owner'
import { isSetUp } from './is-set-up'

/**
 * At the first start, makes the owner that the environment names, and a token for them. Later starts change nothing:
 * who the owner is, is then decided in Handrail.
 */
export async function ensureOwnerFromEnv(): Promise<void> {
  const { HANDRAIL_OWNER_EMAIL: email, HANDRAIL_OWNER_PASSWORD: password, HANDRAIL_API_TOKEN: token } = env()
  if (!email || !password) {
    if (email || password || token) {
      log().warn(
        'HANDRAIL_OWNER_EMAIL and HANDRAIL_OWNER_PASSWORD are needed together to make the owner. Set both.',
      )
    }
    return
  }
  if (await isSetUp()) return
  try {
    await createOwner({ name: nameOf(email), email: email.toLowerCase(), password }, async (tx, owner) => {
      if (!token) return
      await insertToken(tx, {
        id: newId<TokenId>('tok'),
        workspaceId: owner.workspaceId,
        userId: owner.userId,
        name: 'From the environment',
        tokenHash: digestOf(token),
        prefix: token.slice(0, 6),
        scopes: [...scopes],
        expiresAt: null,
      })
    })
    log().info('The owner named by the environment was made.')
  } catch (error) {
    // Another process of this installation was first.
    if (!(error instanceof HandrailError && error.code === 'conflict')) throw error
  }
}

function nameOf(email: string): string {
  const [local = 'Owner'] = email.split('@')
  return local.charAt(0).toUpperCase() + local.slice(1)
}
