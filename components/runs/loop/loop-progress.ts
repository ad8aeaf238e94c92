import type { StepView } from '@/lib/workflow/views/run-view'
import { describeCount } from '../../values/describe-amount'

export type LoopProgress = {
  readonly done: number
  readonly failed: number
  readonly waiting: number
  /** Of how many; unknown of a repetition, which ends when its condition holds. */
  readonly total: number | null
  /** `12 of 20 items done, 1 failed`. */
  readonly words: string
}

/** How far a loop has come in a run; null for a step that is no loop. */
export function loopProgressOf(step: StepView): LoopProgress | null {
  if (step.type !== 'each' && step.type !== 'repeat') return null
  const items = step.items ?? []
  const count = (...statuses: readonly string[]) =>
    items.filter(({ status }) => statuses.includes(status)).length
  const total = step.type === 'each' ? totalOf(step) : null
  const failed = count('failed')
  const waiting = count('waiting', 'unknown')
  // What an earlier try of the run did is given as a whole, without its items.
  const isGiven = step.status === 'succeeded' && items.length === 0
  const done = isGiven ? (total ?? 0) : count('succeeded')
  return { done, failed, waiting, total, words: wordsOf(step, { done, failed, waiting, total, isGiven }) }
}

type Counted = Omit<LoopProgress, 'words'> & { readonly isGiven: boolean }

function wordsOf(step: StepView, { done, failed, waiting, total, isGiven }: Counted): string {
  const more = [...(failed > 0 ? [`${failed} failed`] : []), ...(waiting > 0 ? [`${waiting} waiting`] : [])]
  return [step.type === 'repeat' ? roundWords(step, isGiven) : itemWords(done, total), ...more].join(', ')
}

function itemWords(done: number, total: number | null): string {
  if (total === 0) return 'no items'
  if (total === null || done === total) return `${describeCount(done, 'item')} done`
  return `${done} of ${describeCount(total, 'item')} done`
}

function roundWords({ items }: StepView, isGiven: boolean): string {
  return isGiven ? 'done before' : describeCount(items?.length ?? 0, 'round')
}

function totalOf({ input, output }: StepView): number | null {
  const items = typeof input === 'object' && input !== null && 'items' in input ? input.items : null
  if (typeof items === 'number') return items
  return Array.isArray(output) ? output.length : null
}
