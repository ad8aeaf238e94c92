import 'server-only'
import { z } from 'zod'
import { database } from '@/db/client'
import { newId } from '@/db/new-id'
import { getAction } from '@/lib/connectors'
import { runAction } from '@/lib/connectors/runs'
import { HandrailError } from '@/lib/core/errors'
import type { ConnectionId } from '@/lib/core/ids'
import type { Actor } from '@/lib/policy/actor'
import { authorize } from '@/lib/policy/authorize'
import { connectionIn } from './connection-in'
import { openConnection } from './open-connection'

export const choicesFields = z.strictObject({
  action: z.string().max(120),
  input: z.record(z.string(), z.json()).optional(),
})

export const choicesSchema = z.object({
  choices: z.array(z.object({ value: z.string(), label: z.string(), hint: z.string().optional() })),
})
export type Choices = z.infer<typeof choicesSchema>

/** What a picker offers: the results of one of the connector's read actions, as choices. */
export async function connectionChoices(
  actor: Actor,
  connectionId: ConnectionId,
  { action: actionId, input = {} }: z.infer<typeof choicesFields>,
): Promise<Choices> {
  const { db } = database()
  authorize(actor, 'connection.use', await connectionIn(db, actor, connectionId))
  const action = getAction(actionId)
  if (action?.effect !== 'read' || !action.choices) {
    throw new HandrailError({
      code: 'invalid_input',
      who: 'user',
      retry: 'no',
      message: `‘${actionId}’ is not an action that offers choices.`,
      field: 'action',
    })
  }
  const connection = await openConnection(db, actor, connectionId)
  const output = await runAction({
    action: actionId,
    connection,
    input,
    idempotencyKey: newId('req'),
    signal: AbortSignal.timeout(15_000),
  })
  const choices = action.choices(action.output.parse(output))
  return { choices: choices.map((choice) => ({ ...choice })) }
}
