import 'server-only'
import { newId } from '@/db/new-id'
import { receiveCall } from '@/lib/services/triggers/receive-call'
import { refuseCaller } from './refuse-caller'

/** Answers a call of the address that a run waits at. Only a POST is one: who follows a link does not call it. */
export async function answerAwaitedCall(token: string, request: Request): Promise<Response> {
  const requestId = newId('req')
  try {
    return new Response(JSON.stringify(await receiveCall(token, request)), {
      status: 200,
      headers: {
        'content-type': 'application/json',
        'cache-control': 'no-store',
        'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
        'x-request-id': requestId,
      },
    })
  } catch (error) {
    const { status, headers, body } = refuseCaller(error, requestId)
    return new Response(body, { status, headers })
  }
}
