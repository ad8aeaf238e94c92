import { answerAwaitedCall } from '@/lib/services/http/answer-awaited-call'

/** Where a run waits to be called, once: the address is the whole secret. */
export async function POST(request: Request, context: { params: Promise<{ token: string }> }) {
  return answerAwaitedCall((await context.params).token, request)
}
