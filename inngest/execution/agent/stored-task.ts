import { z } from 'zod'
import type { Json } from '@/lib/core/json'
import { json } from '@/lib/workflow/views/json'

const storedTask = z.object({
  instructions: z.string(),
  input: json.optional(),
  model: z.string(),
  provider: z.string().nullable(),
  price: z.object({ inputPerMillion: z.number(), outputPerMillion: z.number() }).nullable(),
})

/** What is stored of an agent's task when its step begins: what later changes of settings must not change. */
export type StoredTask = z.infer<typeof storedTask>

export function readStoredTask(stored: Json): StoredTask {
  return storedTask.parse(stored)
}
