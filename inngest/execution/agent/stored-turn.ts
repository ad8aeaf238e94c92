import { z } from 'zod'
import type { ModelTurn } from '@/lib/agent/contract'
import type { Json } from '@/lib/core/json'
import { json } from '@/lib/workflow/views/json'

const storedTurn: z.ZodType<ModelTurn> = z.object({
  text: z.string(),
  calls: z.array(z.object({ id: z.string(), name: z.string(), arguments: json, argumentsText: z.string() })),
  usage: z.object({ tokensIn: z.number(), tokensOut: z.number(), estimated: z.boolean().exactOptional() }),
  stopped: z.enum(['done', 'length', 'refused']),
  model: z.string(),
  responseId: z.string().nullable(),
  carry: z.array(z.record(z.string(), json)).exactOptional(),
})

/** A model's answer as it was stored with its turn. */
export function readStoredTurn(stored: Json): ModelTurn {
  return storedTurn.parse(stored)
}
