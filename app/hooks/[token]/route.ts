import { answerWebhook } from '@/lib/services/http/answer-webhook'

/**
 * A webhook trigger: the address is the whole secret, and an unknown one looks like one switched off. `npm start` answers
 * it without this detour (`serveWebhook`); whoever serves the application otherwise comes this way.
 */
export async function POST(request: Request, context: { params: Promise<{ token: string }> }) {
  const { status, headers, body } = await answerWebhook((await context.params).token, request)
  return new Response(body, { status, headers })
}
