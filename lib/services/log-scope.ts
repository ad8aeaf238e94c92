import 'server-only'
import { AsyncLocalStorage } from 'node:async_hooks'

/** What every line about one piece of work says of it. */
export type LogScope = { readonly runId: string; readonly workspaceId: string }

/** On `globalThis`: a Next.js server evaluates this module once for each bundle, and there is one log. */
const holder = globalThis as { handrailLogScope?: AsyncLocalStorage<LogScope> }

function scopes(): AsyncLocalStorage<LogScope> {
  holder.handrailLogScope ??= new AsyncLocalStorage()
  return holder.handrailLogScope
}

/** Does the work so that every line that is logged from within it names this run. */
export const logAbout = <Result>(scope: LogScope, work: () => Result): Result => scopes().run(scope, work)

export const currentLogScope = (): LogScope | undefined => scopes().getStore()
