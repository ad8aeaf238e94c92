import { setTimeout as delay } from 'node:timers/promises'
import type { ApiClient } from '../support/api-client'

/** Runs that were asked for while something went wrong, and how the product answered. */
export type Load = {
  /** The runs that were accepted: from then on they must not be lost. */
  readonly accepted: string[]
  /** Answers by status; 0 is a connection that was refused or cut. */
  readonly answers: Map<number, number>
  /** Asks for no more, waits for what is under way, and gives the longest time in milliseconds without an acceptance. */
  stop(): Promise<{ readonly longestGapMs: number }>
}

/** Asks for a run every so many milliseconds, whatever the answer. */
export function startLoad(api: () => ApiClient, workflow: string, everyMs: number): Load {
  const accepted: string[] = []
  const answers = new Map<number, number>()
  const underWay = new Set<Promise<void>>()
  const stopping = new AbortController()
  let last = performance.now()
  let longestGapMs = 0
  const ask = async (n: number) => {
    const answer = await api()
      .post(`/workflows/${workflow}/runs`, { input: { n } })
      .catch(() => ({ status: 0, body: null }))
    answers.set(answer.status, (answers.get(answer.status) ?? 0) + 1)
    if (answer.status !== 202) return
    accepted.push(String(answer.body.id))
    longestGapMs = Math.max(longestGapMs, performance.now() - last)
    last = performance.now()
  }
  const asking = (async () => {
    for (let n = 0; !stopping.signal.aborted; n++) {
      const one = ask(n).finally(() => underWay.delete(one))
      underWay.add(one)
      await delay(everyMs, undefined, { signal: stopping.signal }).catch(() => {})
    }
  })()
  return {
    accepted,
    answers,
    stop: async () => {
      stopping.abort()
      await asking
      await Promise.all(underWay)
      return { longestGapMs }
    },
  }
}

export const inWords = (answers: ReadonlyMap<number, number>): string =>
  [...answers].map(([status, count]) => `${count} × ${status === 0 ? 'no connection' : status}`).join(', ')

/** Answers of the server's own fault, but for 503, by which it says that it cannot now. */
export const broken = (answers: ReadonlyMap<number, number>): string[] =>
  [...answers].flatMap(([status, count]) =>
    status >= 500 && status !== 503 ? [`${count} answers with ${status}`] : [],
  )
