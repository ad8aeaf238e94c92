import { z } from 'zod'
import { openRoute } from '@/lib/services/http/route'
import { createOwner, ownerFields } from '@/lib/services/set-up/create-owner'
import { isSetUp } from '@/lib/services/set-up/is-set-up'

export const GET = openRoute({
  summary: 'Whether this Handrail has an owner',
  answer: z.object({ setUp: z.boolean() }),
  handler: async () => ({ setUp: await isSetUp() }),
})

export const POST = openRoute({
  summary: 'Make the first owner, once',
  body: ownerFields,
  answer: z.object({ setUp: z.literal(true), workspace: z.string() }),
  status: 201,
  handler: async ({ body }) => {
    await createOwner(body)
    return { setUp: true, workspace: 'practice' }
  },
})
