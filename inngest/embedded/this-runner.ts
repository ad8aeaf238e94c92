import type { Inngest, InngestFunction } from 'inngest'
import { database } from '@/db/client'
import { doesSomebodyWait } from '@/lib/services/health/waiting-people'
import { log } from '@/lib/services/log'
import { createEmbeddedRunner, type RunnerEngine } from './embedded-runner'

/** On `globalThis`: Next.js evaluates this module once for each bundle, and the process must have one runner. */
const holder = globalThis as { handrailRunner?: RunnerEngine }

/** The process's own runner. It is made on first use; it takes work once it is started. */
export function thisRunner(): RunnerEngine {
  holder.handrailRunner ??= createEmbeddedRunner({
    database: database(),
    log: log(),
    givesWay: doesSomebodyWait,
  })
  return holder.handrailRunner
}

export const runnerFetch: typeof fetch = (input, init) => thisRunner().fetch(input, init)

/** Registers the functions and takes work. Called again, as after an edit in development, it takes the new functions. */
export async function startRunner(
  client: Inngest.Any,
  functions: readonly InngestFunction.Any[],
): Promise<RunnerEngine> {
  const runner = thisRunner()
  await runner.attach(client, functions)
  await runner.start()
  return runner
}
