import 'server-only'
import { newId } from '@/db/new-id'
import { HandrailError } from '@/lib/core/errors'
import { log } from '@/lib/services/log'
import { receiveWebhook } from '@/lib/services/triggers/receive-webhook'
import { problemResponse, toProblem } from './problem'

/** Answers that HTTP knows without a body only. */
const withoutBody: ReadonlySet<number> = new Set([204, 205, 304])

/**
 * Answers a call of a webhook's address. Who calls is known by the address alone; what a workflow answers is made by
 * strangers and people, so a browser runs and loads nothing of it.
 */
export async function answerWebhook(token: string, request: Request): Promise<Response> {
  const requestId = newId('req')
  try {
    const { status, headers, body } = await receiveWebhook(token, request)
    const isText = typeof body === 'string'
    return new Response(withoutBody.has(status) ? null : isText ? body : JSON.stringify(body), {
      status,
      headers: {
        'content-type': isText ? 'text/plain; charset=utf-8' : 'application/json',
        'cache-control': 'no-store',
        ...headers,
        'content-security-policy': "sandbox; default-src 'none'; frame-ancestors 'none'",
        'x-request-id': requestId,
      },
    })
  } catch (error) {
    if (!(error instanceof HandrailError))
      log().error({ requestId, err: error }, 'A webhook call failed in Handrail')
    return problemResponse(toProblem(error, requestId))
  }
}
