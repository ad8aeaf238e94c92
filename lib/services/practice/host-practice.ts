import 'server-only'
import { randomUUID } from 'node:crypto'
import { setTimeout as delay } from 'node:timers/promises'
import type { DatabaseHandle } from '@/db/client'
import {
  claimPractice,
  loadPracticeState,
  openPracticeLock,
  savePracticeState,
} from '@/db/queries/system/practice'
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

/** Another process has taken the services over: what this one holds of them is old. */
class TurnIsOver extends Error {}

/**
 * Takes the lock or waits for it, and hosts while it has it. The lock says who should host; the claim in the database
 * says whose saves count. A host whose session broke may still be called: it cannot save, so it answers nothing, and
 * its callers look again at what happened.
 */
async function watch(
  handle: DatabaseHandle,
  { everyMs, stopping }: { everyMs: number; stopping: AbortSignal },
): Promise<void> {
  const lock = openPracticeLock(handle)
  let hosted: Hosted | undefined
  const giveUp = async () => {
    await hosted?.close().catch(() => {})
    hosted = undefined
  }
  while (!stopping.aborted) {
    try {
      if (await lock.hold()) {
        hosted ??= await host(handle)
        await hosted.keep()
      } else await giveUp()
    } catch (error) {
      if (error instanceof TurnIsOver) await giveUp()
      else log().warn({ err: error }, 'The practice services cannot reach the database. They try again.')
    }
    await delay(everyMs, undefined, { signal: stopping }).catch(() => {})
  }
  await giveUp()
  await lock.release().catch(() => {})
}

async function host({ db }: DatabaseHandle): Promise<Hosted> {
  const id = randomUUID()
  await claimPractice(db, id)
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
        const isSaved = await savePracticeState(db, { host: id, service, json: storableJson(snapshot) })
        if (!isSaved) throw new TurnIsOver()
      },
    })
    await announcePractice(id, { ...practice.addresses, model: model.url })
    log().info('The practice services are ready.')
    return { keep: practice.flush, close }
  } catch (error) {
    await close()
    throw error
  }
}
