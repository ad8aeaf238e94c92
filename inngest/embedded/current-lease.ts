import { AsyncLocalStorage } from 'node:async_hooks'
import type { StepBooks } from './step-books'

/** The job under which a call is made, and the token that says it is still this call's. */
export type Lease = {
  readonly jobId: string
  readonly token: string
  /** Absent where the runner books a step only from the answer of its call, as with parallel ones. */
  readonly books?: StepBooks | undefined
  /** Tells the runner that the call does nothing here but wait. Returns how to say that it goes on. */
  goAway(): () => void
}

/** A step as the function names it. */
export type NamedStep = { readonly id: string; readonly name: string }

type Work = { readonly lease: Lease; readonly step?: NamedStep }

/** On `globalThis`: the runner and the functions may come from two bundles of one server. */
const holder = globalThis as { handrailLeases?: AsyncLocalStorage<Work> }

function works(): AsyncLocalStorage<Work> {
  holder.handrailLeases ??= new AsyncLocalStorage()
  return holder.handrailLeases
}

/** Does the work under a lease, which whatever it calls can ask for. */
export const underLease = <Result>(lease: Lease, work: () => Promise<Result>): Promise<Result> =>
  works().run({ lease }, work)

/** Does the work of one step, so that its last transaction can say whose end it is. */
export function withinStep<Result>(step: NamedStep, work: () => Promise<Result>): Promise<Result> {
  const current = works().getStore()
  return current ? works().run({ ...current, step }, work) : work()
}

/** The lease under which this code runs; `null` when an Inngest server called it, which keeps its leases to itself. */
export const currentLease = (): Lease | null => works().getStore()?.lease ?? null

/** The books that the running step may write its own end into; `null`: the runtime does so when the step returns. */
export function currentBooks(): { readonly books: StepBooks; readonly step: NamedStep } | null {
  const { lease, step } = works().getStore() ?? {}
  return lease?.books && step ? { books: lease.books, step } : null
}

/** Waits for somebody outside. Meanwhile the call holds up no other: its place is given on, its lease stays. */
export async function whileAway<Result>(outside: () => Promise<Result>): Promise<Result> {
  const comeBack = works().getStore()?.lease.goAway()
  try {
    return await outside()
  } finally {
    comeBack?.()
  }
}
