import postgres from 'postgres'
import { type ApiClient, apiClient } from '../support/api-client'
import { type AppProcess, removeData, startApp } from '../support/app-process'
import { databaseOf } from '../support/database-of'
import type { Watched } from '../support/usage'

export const benchToken = 'hrl_a_token_of_the_bench'

const env = {
  HANDRAIL_OWNER_EMAIL: 'owner@example.com',
  HANDRAIL_OWNER_PASSWORD: 'a long enough password',
  HANDRAIL_API_TOKEN: benchToken,
  HANDRAIL_LOG: 'warn',
}

/** The product as people run it: a production build in a process of its own, with its own PostgreSQL. */
export type Product = {
  readonly app: AppProcess
  readonly api: ApiClient
  readonly sql: postgres.Sql
  readonly watched: Watched
  /** Milliseconds from the start of the process until it was ready. */
  readonly readyMs: number
  /** Stores a workflow, live, and tells its id and the address of its webhook, if it has one. */
  publish(name: string, document: unknown): Promise<{ readonly id: string; readonly hook: string }>
  /** Ends the process and keeps its data. */
  pause(): Promise<void>
  /** Ends it and removes its data. */
  stop(): Promise<void>
}

/** With `directory`, on the data that an earlier start left there; with `isProfiled`, with its inspector listening. */
export async function startProduct({
  directory,
  isProfiled = false,
}: {
  readonly directory?: string
  readonly isProfiled?: boolean
} = {}): Promise<Product> {
  const started = performance.now()
  const app = await startApp({
    env: { ...env, ...(isProfiled ? { NODE_OPTIONS: '--inspect=127.0.0.1:0' } : {}) },
    ...(directory === undefined ? {} : { directory }),
  })
  await untilReady(app.url)
  const readyMs = performance.now() - started
  const { url, pid } = databaseOf(app.directory)
  const sql = postgres(url, { max: 2, onnotice: () => {} })
  const api = apiClient(app.url, benchToken)
  const pause = async () => {
    await sql.end()
    await app.stop()
  }
  return {
    app,
    api,
    sql,
    watched: { app: app.child.pid ?? 0, database: pid },
    readyMs,
    publish: async (name, document) => {
      const made = must(await api.post('/workflows', { name, document }))
      must(await api.post(`/workflows/${made.id}/publish`, {}))
      const { webhooks } = must(await api.get(`/workflows/${made.id}`))
      const [hook = ''] = Object.values<string>(webhooks)
      return { id: made.id, hook }
    },
    pause,
    stop: async () => {
      await pause()
      removeData(app)
    },
  }
}

async function untilReady(url: string): Promise<void> {
  for (;;) {
    const isReady = await fetch(`${url}/readyz`).then(
      (response) => response.ok,
      () => false,
    )
    if (isReady) return
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
}

// biome-ignore lint/suspicious/noExplicitAny: the body of an answer, read by the caller who knows it.
export function must(answer: { status: number; body: any }): any {
  if (answer.status >= 300) throw new Error(`Refused with ${answer.status}: ${JSON.stringify(answer.body)}`)
  return answer.body
}
