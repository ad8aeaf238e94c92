import { HandrailError } from '../core/errors'
import type { Json, JsonObject } from '../core/json'
import { maximumItems, type NodeOf, type NodeType, type WorkflowNode } from '../workflow/document'
import { evaluateCondition } from '../workflow/evaluate-condition'
import { listProblem } from '../workflow/list-problem'
import { resolveBinding } from '../workflow/resolve-binding'
import { nameOf, type StepScope } from '../workflow/step-scope'
import { isList } from '../workflow/value-at'
import type { Outcome, StepError } from './contract'

/** How one item of a loop, or one round of a repetition, ended. */
export type ItemEnd =
  /** `isLast`: the repetition is over. */
  | { readonly status: 'succeeded'; readonly output: Json; readonly isLast: boolean }
  | { readonly status: 'failed'; readonly error: StepError }

/** A loop that was reached in a run, with what it goes over. */
export type Loop = {
  /** So many items, or rounds at most. */
  readonly count: number
  /** So many at a time, as the builder said. */
  readonly concurrency: number
  /** No further item is begun once one has failed. */
  readonly stopsOnFailure: boolean
  /** What the loop's own id stands for inside. `last`: what the item before gave. */
  inside(index: number, last: Json | undefined): JsonObject
  /** Asked of what an item gave, with its steps in scope. */
  isOver(scope: StepScope): boolean
  /** What the loop gives. An item that was never begun has no end. */
  outcomeOf(ends: readonly (ItemEnd | undefined)[]): Outcome
}

type Open<Type extends NodeType = NodeType> = { open(node: NodeOf<Type>, call: StepScope): Loop }

const table: { readonly [Type in 'each' | 'repeat']: Open<Type> } = {
  each: {
    open(node, call) {
      const items = resolveBinding(node.config.items, call, 'config.items')
      if (!isList(items)) throw listProblem(call, 'config.items', 'needs a list')
      if (items.length > maximumItems) throw tooMany(node, items.length)
      const stopsOnFailure = node.config.onError === 'stop'
      return {
        count: items.length,
        concurrency: node.config.concurrency,
        stopsOnFailure,
        inside: (index) => ({ item: items[index] ?? null, index }),
        isOver: () => false,
        outcomeOf(ends) {
          const failed = stopsOnFailure ? ends.findIndex((end) => end?.status === 'failed') : -1
          const end = ends[failed]
          if (end?.status === 'failed')
            return { status: 'failed', error: atItem(end.error, failed, items.length) }
          const missing = items.findIndex((_, index) => !ends[index])
          if (missing !== -1) return { status: 'failed', error: notDone(node, missing) }
          return { status: 'succeeded', exit: 'out', output: ends.map(toResult) }
        },
      }
    },
  },
  repeat: {
    open: (node) => ({
      count: node.config.cap,
      concurrency: 1,
      stopsOnFailure: true,
      inside: (index, last) => ({ index, ...(last === undefined ? {} : { last }) }),
      isOver: (scope) => evaluateCondition(node.config.until, scope, 'config.until'),
      outcomeOf(ends) {
        const done = ends.filter((end) => end !== undefined)
        const last = done.at(-1)
        if (last?.status === 'failed')
          return { status: 'failed', error: atRound(last.error, done.length - 1) }
        if (last?.isLast) return { status: 'succeeded', exit: 'out', output: last.output }
        const error = done.length < node.config.cap ? notDone(node, done.length) : neverHeld(node)
        return { status: 'failed', error }
      },
    }),
  },
}

const openers: Readonly<Partial<Record<NodeType, Open>>> = table

/** What a loop goes over in this run. Throws `wrong_type` for what is no list, `too_large` for one that is too long. */
export function openLoop(node: WorkflowNode, call: StepScope): Loop {
  const loop = openers[node.type]?.open(node, call)
  if (!loop) throw new TypeError(`"${node.type}" is no loop.`)
  return loop
}

function toResult(end: ItemEnd | undefined): Json {
  if (end?.status === 'succeeded') return end.output
  if (!end) return null
  const { code, message, retry } = end.error
  return { error: { code, message, retryable: retry === 'after' } }
}

function atItem(error: StepError, index: number, count: number): StepError {
  return { ...error, message: `Item ${index + 1} of ${count}: ${error.message}` }
}

function atRound(error: StepError, index: number): StepError {
  return { ...error, message: `Round ${index + 1}: ${error.message}` }
}

function neverHeld(node: NodeOf<'repeat'>): StepError {
  return {
    code: 'limit_reached',
    who: 'user',
    retry: 'after',
    message: `"${nameOf(node)}" was done ${node.config.cap} times, and its condition still does not hold. Allow more rounds, or change the condition.`,
  }
}

function notDone(node: WorkflowNode, index: number): StepError {
  return {
    code: 'internal',
    who: 'us',
    retry: 'after',
    message: `"${nameOf(node)}" broke off before item ${index + 1} was done. Run it again; what was done is not done twice.`,
  }
}

function tooMany(node: NodeOf<'each'>, count: number): HandrailError {
  return new HandrailError({
    code: 'too_large',
    who: 'user',
    retry: 'no',
    message: `"${nameOf(node)}" would go over ${count} items; ${maximumItems} are allowed. Filter or shorten the list before it, or split it.`,
    field: 'config.items',
  })
}
