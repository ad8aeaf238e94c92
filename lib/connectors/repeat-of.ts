import type { z } from 'zod'
import type { Action, Repeat } from './contract'

/** How this very call is treated when its outcome is unknown. `input` has been parsed by the action's schema. */
export function repeatOf<In extends z.ZodObject>(action: Action<string, In>, input: z.output<In>): Repeat {
  return action.repeatWith?.(input) ?? action.repeat
}
