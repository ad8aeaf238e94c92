import { answerWebhook } from '@/lib/services/http/answer-webhook'

/**
 * A webhook trigger: the address is the whole secret, and an unknown one looks like one switched off. Which methods it
 * takes, the trigger says. `npm start` answers a POST without this detour (`serveWebhook`); whoever serves the application
 * otherwise comes this way.
 */
async function answer(request: Request, context: { params: Promise<{ token: string }> }): Promise<Response> {
  const { status, headers, body } = await answerWebhook((await context.params).token, request)
  return new Response(body, { status, headers })
}

export { answer as DELETE, answer as GET, answer as PATCH, answer as POST, answer as PUT }
