import 'server-only'
import { database } from '@/db/client'
import { findStoredCall, storeCall } from '@/db/queries/system/awaited-calls'
import { canonicalJson } from '@/lib/core/canonical-json'
import { HandrailError } from '@/lib/core/errors'
import { log } from '../log'
import { carrier } from '../runs/start/carrier'
import { bodyOf, readBytes } from './read-webhook-body'

/**
 * Takes the call that a run waits for. When this returns, the call is stored, and the run goes on with its body. The same
 * call once more (a sender that missed the answer) changes nothing and is answered alike; any other is `not_found`, as an
 * address where nobody waits is.
 */
export async function receiveCall(token: string, request: Request): Promise<{ readonly received: true }> {
  if (!/^[\w-]{16,100}$/.test(token)) throw nobodyWaits()
  const bytes = await readBytes(request)
  const { db } = database()
  const body = bytes.length === 0 ? {} : await bodyOf(bytes, request.headers.get('content-type') ?? '')
  const callId = await storeCall(db, { token, body })
  if (callId) {
    await carrier()
      ?.signal(callId)
      .catch((error: unknown) =>
        log().warn({ err: error, callId }, 'a call was stored, and its run not told yet'),
      )
    return { received: true }
  }
  const earlier = await findStoredCall(db, { token })
  if (earlier && canonicalJson(earlier.body) === canonicalJson(body)) return { received: true }
  throw nobodyWaits()
}

function nobodyWaits(): HandrailError {
  return new HandrailError({
    code: 'not_found',
    who: 'user',
    retry: 'no',
    message:
      'No run waits at this address: it was called before, its time is up, or its run has ended. Ask for a new one.',
  })
}
