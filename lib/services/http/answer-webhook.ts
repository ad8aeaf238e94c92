import 'server-only'
import { newId } from '@/db/new-id'
import { receiveWebhook, type WebhookCall } from '@/lib/services/triggers/receive-webhook'
import { refuseCaller } from './refuse-caller'

/** An answer ready to be written, by Next.js or by the server itself. */
export type WrittenAnswer = {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly body: string | null
}

/** Answers that HTTP knows without a body only. */
const withoutBody: ReadonlySet<number> = new Set([204, 205, 304])

/**
 * Answers a call of a webhook's address. Who calls is known by the address alone; what a workflow answers is made by
 * strangers and people, so a browser runs and loads nothing of it.
 */
export async function answerWebhook(token: string, call: WebhookCall): Promise<WrittenAnswer> {
  const requestId = newId('req')
  try {
    const { status, headers, body } = await receiveWebhook(token, call)
    const isText = typeof body === 'string'
    return {
      status,
      headers: {
        'content-type': isText ? 'text/plain; charset=utf-8' : 'application/json',
        'cache-control': 'no-store',
        ...headers,
        'content-security-policy': "sandbox; default-src 'none'; frame-ancestors 'none'",
        'x-request-id': requestId,
      },
      body: withoutBody.has(status) ? null : isText ? body : JSON.stringify(body),
    }
  } catch (error) {
    return refuseCaller(error, requestId)
  }
}
