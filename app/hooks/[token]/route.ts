import { answerWebhook } from '@/lib/services/http/answer-webhook'

/** A webhook trigger: the address is the whole secret, and an unknown one looks like one switched off. */
export async function POST(request: Request, context: { params: Promise<{ token: string }> }) {
  return answerWebhook((await context.params).token, request)
}
