import type { Json, JsonObject } from '../core/json'
import type { Binding } from '../workflow/binding'
import type { WorkflowNode } from '../workflow/document'
import { bodyOf } from '../workflow/levels'
import { resolveBinding } from '../workflow/resolve-binding'
import type { StepScope } from '../workflow/step-scope'
import type { Plan, Ports, RunEnd, RunState, StepCall } from './contract'
import { drive } from './drive'
import type { ItemEnd, Loop } from './loop'
import { hasStopped } from './run-end'
import { outputsOf } from './step-scope-of'
import { toStepError } from './to-step-error'

/** One item of a loop that is to be carried to its end. */
export type ItemCall = {
  /** The loop's own call: its scope holds what the body may read of outside. */
  readonly loop: StepCall
  readonly opened: Loop
  readonly index: number
  /** What the item before gave, where the body may speak of it. */
  readonly last: Json | undefined
}

/** The path of an item: `each_1[3]`. */
export function itemPath(loop: string, index: number): string {
  return `${loop}[${index}]`
}

/** The state in which an item begins: what its steps may read, and what is known of them already. */
export function itemState(
  { loop, opened, index, last }: ItemCall,
  known: Pick<RunState, 'outcomes' | 'winners'>,
): RunState {
  const inside = opened.inside(index, last)
  return {
    trigger: { node: loop.node.id, output: inside },
    now: loop.now,
    prefix: `${itemPath(loop.path, index)}.`,
    outer: { ...loop.scope, [loop.node.id]: inside },
    ...known,
  }
}

/** Does a loop's body for one item, and says what the item gave. A stop inside ends the item, not the run. */
export async function driveItem(
  item: ItemCall,
  known: Pick<RunState, 'outcomes' | 'winners'>,
  ports: Ports,
): Promise<ItemEnd> {
  const { body } = item.loop
  if (!body) throw new TypeError(`"${item.loop.node.type}" does nothing for each item.`)
  const state = itemState(item, known)
  return itemEndOf(item, body, state, await drive(body, state, ports))
}

function itemEndOf({ loop, opened }: ItemCall, body: Plan, state: RunState, end: RunEnd): ItemEnd {
  if (end.status === 'failed') return { status: 'failed', error: withoutPath(end.error) }
  if (hasStopped(body, end.outcomes)) return { status: 'succeeded', output: null, isLast: true }
  const outputs: JsonObject = { ...state.outer, ...outputsOf(body.order, body.nodes, end.outcomes) }
  const scope: StepScope = { scope: outputs, now: loop.now, node: loop.node }
  try {
    const binding = resultOf(loop.node)
    const output = binding ? resolveBinding(binding, scope, 'config.result') : end.output
    return { status: 'succeeded', output, isLast: opened.isOver(scope) }
  } catch (error) {
    return { status: 'failed', error: toStepError(error) }
  }
}

function resultOf(node: WorkflowNode): Binding | undefined {
  return bodyOf(node) && 'config' in node && 'result' in node.config ? node.config.result : undefined
}

function withoutPath(error: RunEnd['error']) {
  if (!error) return toStepError(undefined)
  const { path: _, ...rest } = error
  return rest
}
