import type { WorkflowNode } from '../document'
import type { Issue } from '../issue'
import { issueAt, type NodeCheck, quoted } from './context'

/** A run starts from the workflow's own canvas, never from within a loop. */
export function checkTrigger(node: WorkflowNode, { level }: NodeCheck): readonly Issue[] {
  if (!level.loop) return []
  const message = `The trigger ${quoted(node)} stands inside ${quoted(level.loop)}, where nothing is started. Remove it: the steps inside start with each item.`
  return [issueAt(node, 'invalid_shape', message)]
}
