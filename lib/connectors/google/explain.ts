import { z } from 'zod'

const failure = z.object({
  error: z.object({
    message: z.string().optional(),
    errors: z.array(z.object({ reason: z.string().optional() })).optional(),
  }),
})

/** Google says what is wrong in a sentence, and in one word (`rateLimitExceeded`) why. */
export function explain(body: string): { readonly said?: string } {
  const parsed = z.string().transform(parseJson).pipe(failure).safeParse(body)
  if (!parsed.success) return {}
  const { message = '', errors } = parsed.data.error
  const reason = errors?.[0]?.reason
  const said = [message, reason && `(${reason})`].filter(Boolean).join(' ')
  return said ? { said } : {}
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
