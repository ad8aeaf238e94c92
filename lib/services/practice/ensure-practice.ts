import 'server-only'
import { setTimeout as delay } from 'node:timers/promises'
import { type DatabaseHandle, database } from '@/db/client'
import {
  loadPracticeState,
  openPracticeLock,
  type PracticeLock,
  savePracticeState,
} from '@/db/queries/system/practice'
import { startPracticeModel } from '@/lib/practice/model/start-practice-model'
import { type Practice, startPractice } from '@/lib/practice/start-practice'
import { log } from '@/lib/services/log'
import { announcePractice } from './practice-addresses'
import { practiceToken } from './practice-token'
import { storableJson } from './storable-json'

/** How often a waiting process asks for the lock, and the hosting one whether it still has it. */
const everyMs = 2_000

export type PracticeHost = { stop(): Promise<void> }

const holder = globalThis as { handrailPracticeHost?: PracticeHost }

/**
 * Has the practice services hosted by exactly one of the installation's processes, from now until `stop`. The others
 * stand by and take over within seconds when the host ends. Resolves at once; calling it twice changes nothing.
 */
export function ensurePractice(): PracticeHost {
  holder.handrailPracticeHost ??= standBy(database())
  return holder.handrailPracticeHost
}

function standBy(handle: DatabaseHandle): PracticeHost {
  const stopping = new AbortController()
  const done = watch(handle, stopping.signal)
  return {
    async stop() {
      stopping.abort()
      await done
      delete holder.handrailPracticeHost
    },
  }
}

/** 1. take the lock or wait; 2. host; 3. give up hosting when the lock is lost; 4. from the start. */
async function watch(handle: DatabaseHandle, stopping: AbortSignal): Promise<void> {
  while (!stopping.aborted) {
    let lock: PracticeLock | undefined
    let hosted: { close(): Promise<void> } | undefined
    try {
      lock = await openPracticeLock(handle)
      while (!stopping.aborted) {
        const isHost = await lock.hold()
        if (isHost && !hosted) hosted = await host(handle)
        await pause(stopping)
      }
    } catch (error) {
      log().warn({ err: error }, 'The practice services were interrupted. They start again.')
      await pause(stopping)
    } finally {
      await hosted?.close().catch(() => {})
      await lock?.release().catch(() => {})
    }
  }
}

async function host({ db }: DatabaseHandle): Promise<{ close(): Promise<void> }> {
  const model = await startPracticeModel()
  let practice: Practice | undefined
  const close = async () => {
    await Promise.all([model.close(), practice?.close()])
  }
  try {
    practice = await startPractice({
      token: practiceToken(),
      now: Date.now(),
      load: (service) => loadPracticeState(db, service),
      save: (service, snapshot) => savePracticeState(db, service, storableJson(snapshot)),
    })
    await announcePractice({ ...practice.addresses, model: model.url })
    log().info('The practice services are ready.')
    return { close }
  } catch (error) {
    await close()
    throw error
  }
}

async function pause(stopping: AbortSignal): Promise<void> {
  await delay(everyMs, undefined, { signal: stopping }).catch(() => {})
}
