import { z } from 'zod'
import { resetFields, resetPassword } from '@/lib/services/accounts/reset-password'
import { openRoute } from '@/lib/services/http/route'

export const POST = openRoute({
  summary: 'Set a new password with a reset link',
  body: resetFields,
  answer: z.object({ email: z.string() }),
  handler: ({ body }) => resetPassword(body),
})
