import 'server-only'
import { z } from 'zod'
import type { Action, ActionId, Behaviour, ClientContext, ConnectorClient } from '../contract'

export type BehaviourCall = {
  readonly input: unknown
  readonly context: ClientContext
  readonly idempotencyKey: string
}

/** An action with its behaviour, its types closed over. `null` from `lookup`: no earlier call did anything. */
export type Bound = {
  readonly action: Action
  run(call: BehaviourCall): Promise<unknown>
  lookup(call: BehaviourCall): Promise<unknown>
}

type Module<Key extends string, Value> = () => Promise<Readonly<Record<Key, Value>>>

/** Closes an action, its client and its behaviour into one whose types nobody needs to know. Both load on first use. */
export function bind<In extends z.ZodObject, Out extends z.ZodType, Client>(
  action: Action<ActionId, In, Out>,
  loadClient: Module<'client', ConnectorClient<Client>>,
  loadBehaviour: Module<'behaviour', Behaviour<Action<ActionId, In, Out>, Client>>,
): Bound {
  const prepare = async ({ input, context, idempotencyKey }: BehaviourCall) => {
    const parsed = z.parse(action.input, input)
    const [{ client: connector }, { behaviour }] = await Promise.all([loadClient(), loadBehaviour()])
    const explain = (error: unknown) => connector.explain?.(error, context) ?? error
    const client = connector.open(context)
    return { behaviour, explain, call: { input: parsed, client, idempotencyKey, signal: context.signal } }
  }
  return {
    action,
    async run(request) {
      const { behaviour, call, explain } = await prepare(request)
      try {
        return await behaviour.run(call)
      } catch (error) {
        throw explain(error)
      }
    },
    async lookup(request) {
      const { behaviour, call, explain } = await prepare(request)
      try {
        return (await behaviour.lookup?.(call)) ?? null
      } catch (error) {
        throw explain(error)
      }
    },
  }
}
