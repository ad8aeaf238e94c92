import 'server-only'
import { setTimeout as delay } from 'node:timers/promises'
import type { DatabaseHandle } from '@/db/client'
import { loadPracticeState, openPracticeLock, savePracticeState } from '@/db/queries/system/practice'
import { env } from '@/lib/env'
import { startPracticeModel } from '@/lib/practice/model/start-practice-model'
import { type Practice, startPractice } from '@/lib/practice/start-practice'
import { log } from '@/lib/services/log'
import { announcePractice } from './practice-addresses'
import { practiceToken } from './practice-token'
import { storableJson } from './storable-json'

export type PracticeHost = { stop(): Promise<void> }

/** Stands by, and hosts the practice services while this process is the one whose turn it is. */
export function hostPractice(handle: DatabaseHandle, everyMs: number): PracticeHost {
  const stopping = new AbortController()
  const done = watch(handle, { everyMs, stopping: stopping.signal })
  return {
    async stop() {
      stopping.abort()
      await done
    },
  }
}

type Hosted = { keep(): Promise<void>; close(): Promise<void> }

/**
 * Takes the lock or waits for it, and hosts while it has it. When the database cannot be reached, hosting goes on but
 * nothing is saved until the lock is known to be ours: another process may have it by then.
 */
async function watch(
  handle: DatabaseHandle,
  { everyMs, stopping }: { everyMs: number; stopping: AbortSignal },
): Promise<void> {
  const lock = openPracticeLock(handle)
  const turn = { isOurs: false }
  let hosted: Hosted | undefined
  while (!stopping.aborted) {
    try {
      turn.isOurs = await lock.hold()
      if (turn.isOurs) {
        hosted ??= await host(handle, turn)
        await hosted.keep()
      } else if (hosted) {
        await hosted.close()
        hosted = undefined
      }
    } catch (error) {
      turn.isOurs = false
      log().warn({ err: error }, 'The practice services cannot reach the database. They try again.')
    }
    await delay(everyMs, undefined, { signal: stopping }).catch(() => {})
  }
  await hosted?.close().catch(() => {})
  await lock.release().catch(() => {})
}

async function host({ db }: DatabaseHandle, turn: { readonly isOurs: boolean }): Promise<Hosted> {
  const model = await startPracticeModel()
  let practice: Practice | undefined
  const close = async () => {
    await Promise.all([model.close(), practice?.close()])
  }
  try {
    practice = await startPractice({
      token: practiceToken(),
      now: Date.now(),
      linksTo: `${env().HANDRAIL_URL}/practice`,
      load: (service) => loadPracticeState(db, service),
      save: async (service, snapshot) => {
        if (!turn.isOurs) throw new Error('It is not known whose turn it is.')
        await savePracticeState(db, service, storableJson(snapshot))
      },
    })
    await announcePractice({ ...practice.addresses, model: model.url })
    log().info('The practice services are ready.')
    return { keep: practice.flush, close }
  } catch (error) {
    await close()
    throw error
  }
}
