import { AsyncLocalStorage } from 'node:async_hooks'

/** The job under which a call is made, and the token that says it is still this call's. */
export type Lease = { readonly jobId: string; readonly token: string }

/** On `globalThis`: the runner and the functions may come from two bundles of one server. */
const holder = globalThis as { handrailLeases?: AsyncLocalStorage<Lease> }

function leases(): AsyncLocalStorage<Lease> {
  holder.handrailLeases ??= new AsyncLocalStorage()
  return holder.handrailLeases
}

/** Does the work under a lease, which whatever it calls can ask for. */
export const underLease = <Result>(lease: Lease, work: () => Promise<Result>): Promise<Result> =>
  leases().run(lease, work)

/** The lease under which this code runs; `null` when an Inngest server called it, which keeps its leases to itself. */
export const currentLease = (): Lease | null => leases().getStore() ?? null
