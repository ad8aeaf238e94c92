import { fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'

export type Calls = {
  readonly url: string
  readonly callers: number
  /** How long, or how many. */
  readonly seconds?: number
  readonly count?: number
  readonly body?: string
  readonly method?: 'GET' | 'POST'
  readonly headers?: Readonly<Record<string, string>>
}

export type Answers = {
  readonly seconds: number
  readonly statuses: Readonly<Record<string, number>>
  /** Milliseconds of each answer. */
  readonly latencies: readonly number[]
}

/** Calls from a process of its own, so that the callers' work is not taken for the product's. */
export function callMany(calls: Calls): Promise<Answers> {
  const child = fork(fileURLToPath(new URL('./callers.mjs', import.meta.url)), { execArgv: [] })
  return new Promise((resolve, reject) => {
    let answers: Answers | undefined
    child.once('message', (message) => {
      answers = JSON.parse(String(message))
      child.disconnect()
    })
    child.once('error', reject)
    child.once('exit', () => (answers ? resolve(answers) : reject(new Error('The callers died.'))))
    child.send(JSON.stringify(calls))
  })
}
