import { backendOf } from './backends'
import { tokenBook } from './consent/token-book'
import { effectCounter } from './effect-counter'
import { noFaults } from './faults'
import { serveFront } from './front'
import { saver } from './saver'
import { practiceServices } from './services'
import { type Emulated, eachService, type ServiceName } from './services/service'

/** How long an answer waits for its effect to be saved, in milliseconds. After that there is no answer. */
const patience = 5_000

export type PracticeStore = {
  /** What was saved last, or `null` at the first start. */
  load(service: ServiceName): Promise<unknown>
  save(service: ServiceName, state: unknown): Promise<void>
}

export type Practice = {
  readonly addresses: Readonly<Record<ServiceName, string>>
  /** Saves what could not be saved when it happened. */
  flush(): Promise<void>
  close(): Promise<void>
}

export type PracticeSetting = {
  /** Who shows it may enter. */
  readonly token: string
  /** The seed's times lie before this. */
  readonly now: number
  /** What the links of issues and messages begin with, followed by the service's name. */
  readonly linksTo: string
}

/**
 * Hosts the simulated services on loopback, in this process. Their state is taken from the store, or seeded at the
 * first start, and saved before a changing request is answered: what was answered is still there after a kill.
 */
export async function startPractice(options: PracticeStore & PracticeSetting): Promise<Practice> {
  const hosted = await eachService((service) => host(service, options))
  const all = Object.values(hosted)
  return {
    addresses: await eachService(async (service) => hosted[service].url),
    flush: async () => {
      await Promise.all(all.map(({ flush }) => flush()))
    },
    close: async () => {
      await Promise.all(all.map(({ close }) => close()))
    },
  }
}

async function host(name: ServiceName, { load, save, token, now, linksTo }: PracticeStore & PracticeSetting) {
  const service = practiceServices[name]
  let emulated: Emulated | undefined
  const write = async () => {
    if (emulated) await save(name, emulated.snapshot())
  }
  const { request, flush } = saver(write, patience)
  const front = await serveFront(
    async (url) => {
      const started = await service.start(`${linksTo}/${name}`)
      const isRestored = restored(started, await load(name))
      emulated = started
      if (!isRestored) {
        await service.seed(started, { baseUrl: url, now })
        await write()
      }
      return backendOf(service, started, { tokens: [token], book: tokenBook(), changed: request })
    },
    { faults: noFaults(), effects: effectCounter() },
  )
  return {
    url: front.url,
    flush,
    close: async () => {
      await front.close()
      await flush()
    },
  }
}

/** Whether the service took its state back. An older version's, which it cannot read, is begun anew. */
function restored(emulated: Emulated, state: unknown): boolean {
  if (state === null) return false
  try {
    emulated.restore(state)
    return true
  } catch {
    return false
  }
}
