import 'server-only'
import { database } from '@/db/client'
import { claimKey, keepAnswer, releaseKey } from '@/db/queries/idempotency'
import { HandrailError } from '@/lib/core/errors'
import type { Actor } from '@/lib/policy/actor'
import { digestOf } from '@/lib/services/secrets/digest'
import { open, seal } from '@/lib/services/secrets/seal'

export type Answer = { readonly status: number; readonly body: string; readonly replayed: boolean }

/**
 * Carries a call out once for each `Idempotency-Key` of a member: its repetition within 24 hours is given the stored
 * answer, another call under the same key is refused, and so is a repetition while the first is under way. Answers
 * are kept sealed: one may hold a token that is shown once.
 */
export async function answerOnce(
  actor: Actor,
  { key, request }: { key: string; request: string },
  answer: () => Promise<{ status: number; body: string }>,
): Promise<Answer> {
  if (key.length > 200 || !/^[\x21-\x7e]+$/.test(key)) {
    throw refusal('bad_request', 'An Idempotency-Key has 1 to 200 visible ASCII characters.')
  }
  const { db } = database()
  const claim = { workspaceId: actor.workspaceId, userId: actor.userId, key }
  const owner = { workspaceId: actor.workspaceId, rowId: `${actor.userId} ${key}` }
  const requestHash = digestOf(request)
  const kept = await claimKey(db, { ...claim, requestHash })
  if (kept) {
    if (kept.requestHash !== requestHash) {
      throw refusal(
        'invalid_input',
        'This Idempotency-Key was used for another call. Use a new key for a new call.',
      )
    }
    if (kept.status === null || kept.body === null) {
      throw refusal(
        'conflict',
        'The first call with this Idempotency-Key is still under way. Ask again later.',
      )
    }
    return { status: kept.status, body: open(Buffer.from(kept.body, 'base64'), owner), replayed: true }
  }
  const given = await answer().catch(async (error: unknown) => {
    await releaseKey(db, claim)
    throw error
  })
  await keepAnswer(db, { ...claim, status: given.status, body: seal(given.body, owner).toString('base64') })
  return { ...given, replayed: false }
}

function refusal(code: 'bad_request' | 'invalid_input' | 'conflict', message: string): HandrailError {
  return new HandrailError({
    code,
    who: 'user',
    retry: code === 'conflict' ? 'after' : 'no',
    message,
    field: 'Idempotency-Key',
  })
}
