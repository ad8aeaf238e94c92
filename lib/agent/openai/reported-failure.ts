import { z } from 'zod'
import type { ModelFailure } from './model-error'

const schema = z.object({
  error: z.object({
    message: z.string().nullish(),
    code: z.union([z.string(), z.number()]).nullish(),
  }),
})

/** A failure that came with status 200: a response that `failed`, or a router that passes on what its model said. */
export function reportedFailure(answer: unknown): ModelFailure | null {
  const parsed = schema.safeParse(answer)
  if (!parsed.success) return null
  const { code, message } = parsed.data.error
  const isStatus = typeof code === 'number' && code >= 400 && code < 600
  const status = isStatus ? code : code === 'rate_limit_exceeded' ? 429 : 500
  return { kind: 'status', status, code: String(code ?? ''), said: message ?? '', retryAfterMs: null }
}
