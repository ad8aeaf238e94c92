import { getAction } from '@/lib/connectors/index'
import type { StepSettings } from '@/lib/workflow/settings'

/** How many attempts a step has in all: as its settings say, else three, or one where a repetition could do harm. */
export function triesOf(actionId: string | null, settings: StepSettings): number {
  if (settings.tries !== undefined) return settings.tries
  const action = actionId === null ? undefined : getAction(actionId)
  return action && action.effect !== 'read' && action.repeat === 'never' ? 1 : 3
}
